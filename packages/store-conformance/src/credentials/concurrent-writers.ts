import { ConformanceError, isEqual, isTrue, show } from '../suite/assertions.ts'
import { race } from '../suite/racing.ts'
import { isVersionConflict } from '../suite/store-errors.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

const MAX_ATTEMPTS = 50

const EPOCH = 1_790_000_000_000

export function concurrentWriters(suite: CredentialSuite): void {
  const { contenders } = suite.settings
  const skip = unlessCapable(suite, 'cas')
  suite.concern('concurrent writers', () => {
    suite.case(
      `of ${contenders} that write over one version, one wins`,
      async scene => {
        const stores = await scene.openPair()
        const ifVersion = await stores[0].put(key, recordOf('before'))
        const { won, lost } = await race(contenders, contender =>
          stores[contender % 2 === 0 ? 0 : 1].put(key, recordOf(`writer ${contender}`), { ifVersion }),
        )
        isEqual(won.length, 1, 'Exactly one writer wins')
        isTrue(
          lost.every(isVersionConflict),
          `The others get a VersionConflictError, not ${show(firstOther(lost))}`,
        )
        const expected = { record: recordOf(`writer ${won[0]?.contender}`), version: won[0]?.value }
        for (const store of stores) isEqual(await store.get(key), expected, 'What the winner wrote is there')
      },
      skip,
    )

    suite.case(
      `of ${contenders} that make one row, one wins`,
      async scene => {
        const stores = await scene.openPair()
        const { won, lost } = await race(contenders, contender =>
          stores[contender % 2 === 0 ? 0 : 1].put(key, recordOf(`writer ${contender}`), { ifVersion: null }),
        )
        isEqual(won.length, 1, 'Exactly one writer wins')
        isTrue(
          lost.every(isVersionConflict),
          `The others get a VersionConflictError, not ${show(firstOther(lost))}`,
        )
        const expected = { record: recordOf(`writer ${won[0]?.contender}`), version: won[0]?.value }
        isEqual(await stores[1].get(key), expected, 'What the winner wrote is there')
      },
      skip,
    )

    suite.case('of many that write without a condition, the last one is there as a whole', async scene => {
      const stores = await scene.openPair()
      const recordBy = (contender = -1) =>
        recordOf(`writer ${contender}`, { expiresAt: EPOCH + contender, updatedAt: EPOCH - contender })
      const { won, lost } = await race(10, contender =>
        stores[contender % 2 === 0 ? 0 : 1].put(key, recordBy(contender)),
      )
      isEqual(lost, [], 'A write without a condition does not fail')
      isEqual(
        new Set(won.map(({ value }) => value)).size,
        won.length,
        'Every write gets a version of its own',
      )
      const stored = await stores[0].get(key)
      const last = won.find(({ value }) => value === stored?.version)?.contender
      isEqual(stored?.record, recordBy(last), 'A version and its record belong together')
    })

    suite.case(
      'no update is lost when all try again after a conflict',
      async scene => {
        const stores = await scene.openPair()
        await stores[0].put(key, recordOf('0'))
        const { lost } = await race(8, async contender => {
          const store = stores[contender % 2 === 0 ? 0 : 1]
          for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            const current = await store.get(key)
            const next = recordOf(String(Number(current?.record.payload) + 1))
            try {
              return await store.put(key, next, { ifVersion: current?.version ?? null })
            } catch (error) {
              if (!isVersionConflict(error)) throw error
            }
          }
          throw new ConformanceError(
            `A conflict means that another has won: not ${MAX_ATTEMPTS} times among 8.`,
          )
        })
        isEqual(lost, [], 'Only conflicts stand in the way of a conditional write')
        isEqual((await stores[1].get(key))?.record, recordOf('8'), 'Each of the 8 increments is there')
      },
      skip,
    )
  })
}

function firstOther(errors: readonly unknown[]): unknown {
  return errors.find(error => !isVersionConflict(error))
}
