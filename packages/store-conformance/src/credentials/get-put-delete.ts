import { isEqual, isTrue } from '../suite/assertions.ts'
import type { CredentialSuite } from './credential-suite.ts'
import { keyOf, recordOf, recordWithoutExpiry } from './records.ts'

export function getPutDelete(suite: CredentialSuite): void {
  suite.concern('get, put, delete', () => {
    suite.case('says its name and its namespace', async scene => {
      const store = await scene.open()
      isTrue(typeof store.name === 'string' && store.name !== '', 'A store has a name, for messages')
      isEqual(store.namespace, scene.namespace, 'A store says the namespace that it was given')
    })

    suite.case('reads what was written, exactly', async scene => {
      const store = await scene.open()
      const record = recordOf('{"accessToken":"opaque"}', { status: 'reauthorization_required' })
      const version = await store.put(keyOf('user-1'), record)
      isEqual(await store.get(keyOf('user-1')), { record, version }, 'get returns the record and its version')
    })

    suite.case('replaces the whole record, not only the members that are given', async scene => {
      const store = await scene.open()
      await store.put(keyOf('user-1'), recordOf('first', { status: 'reauthorization_required' }))
      await store.put(keyOf('user-1'), recordWithoutExpiry('second'))
      const stored = await store.get(keyOf('user-1'))
      isEqual(stored?.record, recordWithoutExpiry('second'), 'A write replaces the record as a whole')
    })

    suite.case('deletes, says whether there was something, and can write again', async scene => {
      const store = await scene.open()
      await store.put(keyOf('user-1'), recordOf('first'))
      isEqual(await store.delete(keyOf('user-1')), true, 'delete returns true when a row was deleted')
      isEqual(await store.get(keyOf('user-1')), undefined, 'get returns undefined after a delete')
      isEqual(await store.delete(keyOf('user-1')), false, 'delete returns false when there was none')
      await store.put(keyOf('user-1'), recordOf('second'))
      isEqual(
        (await store.get(keyOf('user-1')))?.record,
        recordOf('second'),
        'A deleted row can be written again',
      )
    })

    suite.case('keeps subjects apart, and providers', async scene => {
      const store = await scene.open()
      await store.put(keyOf('user-1'), recordOf('one'))
      await store.put(keyOf('user-2'), recordOf('two'))
      await store.put(keyOf('user-1', 'other'), recordOf('three'))
      await store.delete(keyOf('user-1'))
      isEqual(await store.get(keyOf('user-1')), undefined, 'The deleted row is gone')
      isEqual((await store.get(keyOf('user-2')))?.record, recordOf('two'), 'Another subject is left alone')
      isEqual(
        (await store.get(keyOf('user-1', 'other')))?.record,
        recordOf('three'),
        'The same subject of another provider is left alone',
      )
    })

    suite.case('does not share its records with its callers', async scene => {
      const store = await scene.open()
      const written = { ...recordOf('original') }
      await store.put(keyOf('user-1'), written)
      vandalise(written)
      const read = await store.get(keyOf('user-1'))
      isEqual(
        read?.record,
        recordOf('original'),
        'Changing an object that was written does not change the row',
      )
      vandalise(read?.record)
      isEqual(
        (await store.get(keyOf('user-1')))?.record,
        recordOf('original'),
        'Changing an object that was read does not change the row',
      )
    })
  })
}

function vandalise(record: object | undefined): void {
  try {
    Object.assign(record ?? {}, { payload: 'changed' })
  } catch {
    // Frozen: as good.
  }
}
