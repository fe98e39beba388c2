import { isEqual, sameSet } from '../suite/assertions.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { listSubjects } from './pages.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

export function namespaces(suite: CredentialSuite): void {
  suite.concern('namespaces', () => {
    suite.case('one key in two namespaces is two rows', async scene => {
      const one = await scene.open()
      // The beginning of the other's name: what a pattern or a prefix would catch, too.
      const two = await scene.open(`${scene.namespace}-2`)
      const version = await one.put(key, recordOf('one'))
      isEqual(await two.get(key), undefined, 'A row is not seen from another namespace')
      await two.put(key, recordOf('two'))
      isEqual(await one.get(key), { record: recordOf('one'), version }, 'Nor written from there')
      isEqual(await two.delete(key), true, 'Each deletes its own')
      isEqual(await one.get(key), { record: recordOf('one'), version }, 'Nor deleted from there')
    })

    suite.case(
      'each lists its own',
      async scene => {
        const one = await scene.open()
        const two = await scene.open(`${scene.namespace}-2`)
        for (const subject of ['a', 'b', 'both']) await one.put(keyOf(subject), recordOf('one'))
        for (const subject of ['c', 'd', 'both']) await two.put(keyOf(subject), recordOf('two'))
        const list = { provider: 'asana', limit: 2 }
        sameSet(await listSubjects(one, list), ['a', 'b', 'both'], 'The keys of the first namespace')
        sameSet(await listSubjects(two, list), ['c', 'd', 'both'], 'The keys of the second namespace')
      },
      unlessCapable(suite, 'list'),
    )

    suite.case(
      'each has its own leases',
      async scene => {
        const one = await scene.open()
        const two = await scene.open(`${scene.namespace}-2`)
        const first = await one.acquireLease(key, { ttlMs: 60_000 })
        isEqual(first.status, 'acquired', 'The lease in the first namespace')
        const second = await two.acquireLease(key, { ttlMs: 60_000 })
        isEqual(second.status, 'acquired', 'The lease in the second namespace is another one')
        if (second.status === 'acquired') await second.lease.release()
        isEqual(
          (await one.acquireLease(key, { ttlMs: 60_000 })).status,
          'held',
          'Its release does not free the first one',
        )
      },
      unlessCapable(suite, 'lease'),
    )

    suite.case('where namespace and provider meet, nothing is mixed up', async scene => {
      for (const mark of [':', '-', '.', '/', '_']) {
        const one = await scene.open(scene.namespace)
        const two = await scene.open(`${scene.namespace}${mark}a`)
        await one.put(keyOf('user-1', `a${mark}b`), recordOf('one'))
        await two.put(keyOf('user-1', 'b'), recordOf('two'))
        const read = await one.get(keyOf('user-1', `a${mark}b`))
        isEqual(read?.record.payload, 'one', `${JSON.stringify(mark)} in the namespace or in the provider`)
      }
    })
  })
}
