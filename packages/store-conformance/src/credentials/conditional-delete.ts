import { isEqual, isTrue } from '../suite/assertions.ts'
import { race } from '../suite/racing.ts'
import { conflicts, isVersionConflict, keepsSecret } from '../suite/store-errors.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

export function conditionalDelete(suite: CredentialSuite): void {
  const skip = unlessCapable(suite, 'cas')
  suite.concern('conditional delete', () => {
    suite.case(
      'deletes the version that is there, no other',
      async scene => {
        const store = await scene.open()
        const first = await store.put(key, recordOf('first'))
        const second = await store.put(key, recordOf('second'))
        for (const ifVersion of [first, 'no-such-version']) {
          await conflicts(store.delete(key, { ifVersion }), `delete with ifVersion ${ifVersion}`)
          isEqual(
            await store.get(key),
            { record: recordOf('second'), version: second },
            'A delete that loses changes nothing',
          )
        }
        isEqual(await store.delete(key, { ifVersion: second }), true, 'ifVersion matched: deleted')
        isEqual(await store.get(key), undefined, 'The row is gone')
      },
      skip,
    )

    suite.case(
      'is false where there is no row, whatever the condition',
      async scene => {
        const store = await scene.open()
        isEqual(
          await store.delete(key, { ifVersion: 'no-such-version' }),
          false,
          'There was none: false, no conflict',
        )
        const version = await store.put(key, recordOf('first'))
        await store.delete(key)
        isEqual(
          await store.delete(key, { ifVersion: version }),
          false,
          'It is gone already: false, no conflict',
        )
      },
      skip,
    )

    suite.case(
      'a conflict says which store and key, and never the payload',
      async scene => {
        const store = await scene.open()
        await store.put(key, recordOf('stored-secret-4711'))
        const error = await conflicts(store.delete(key, { ifVersion: 'no-such-version' }), 'delete')
        const context = 'context' in error ? error.context : undefined
        isEqual(context, { store: store.name, operation: 'delete', key }, 'The context of a conflict')
        keepsSecret(error, 'stored-secret-4711', 'A conflict')
      },
      skip,
    )

    suite.case('of many that delete one row, one is told that it did', async scene => {
      const stores = await scene.openPair()
      await stores[0].put(key, recordOf('first'))
      const { won, lost } = await race(10, contender => stores[contender % 2 === 0 ? 0 : 1].delete(key))
      isEqual(lost, [], 'A delete without a condition does not fail')
      isEqual(won.filter(({ value }) => value).length, 1, 'Exactly one delete returns true')
    })

    suite.case(
      'of a write and a delete over one version, one wins',
      async scene => {
        const [a, b] = await scene.openPair()
        for (let round = 0; round < 10; round++) {
          const ifVersion = await a.put(key, recordOf('before'))
          // Each is sent first in turn.
          const early = round % 2 === 0 ? a.put(key, recordOf('after'), { ifVersion }) : undefined
          const removed = b.delete(key, { ifVersion })
          const written = early ?? a.put(key, recordOf('after'), { ifVersion })
          const [write, removal] = await Promise.allSettled([written, removed])
          const stored = await a.get(key)
          if (write.status === 'fulfilled') {
            isEqual(
              stored,
              { record: recordOf('after'), version: write.value },
              'The write won: its record is there',
            )
            isTrue(
              removal.status === 'rejected' && isVersionConflict(removal.reason),
              'The write won: the delete gets a VersionConflictError',
            )
          } else {
            isTrue(isVersionConflict(write.reason), 'The delete won: the write gets a VersionConflictError')
            isEqual(removal, { status: 'fulfilled', value: true }, 'The delete won: it says so')
            isEqual(stored, undefined, 'The delete won: the row is gone')
          }
        }
      },
      skip,
    )
  })
}
