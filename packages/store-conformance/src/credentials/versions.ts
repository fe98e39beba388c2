import { isDifferent, isEqual, isTrue } from '../suite/assertions.ts'
import { conflicts, keepsSecret } from '../suite/store-errors.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

/** No versions of any row, but what a store may say "any" or "none" with among its own. */
const marks = ['', '*', '%', 'null', '0']

export function versions(suite: CredentialSuite): void {
  const skip = unlessCapable(suite, 'cas')
  suite.concern('versions and conflicts', () => {
    suite.case('every write makes another version, the same record too', async scene => {
      const store = await scene.open()
      const first = await store.put(key, recordOf('same'))
      isTrue(typeof first === 'string' && first !== '', 'put returns a version, a text')
      isEqual((await store.get(key))?.version, first, 'get returns the version that put returned')
      const second = await store.put(key, recordOf('same'))
      isDifferent(second, first, 'Writing the same record makes another version')
      isEqual((await store.get(key))?.version, second, 'get returns the newest version')
    })

    suite.case('a row that was deleted and written again has a version it never had', async scene => {
      const store = await scene.open()
      const seen = new Set<string>()
      for (let round = 0; round < 4; round++) {
        const version = await store.put(key, recordOf('same'))
        isTrue(
          !seen.has(version),
          'A version does not come back: who read the row before its delete must lose',
        )
        seen.add(version)
        await store.delete(key)
      }
    })

    suite.case(
      'writes over the version that is there',
      async scene => {
        const store = await scene.open()
        const first = await store.put(key, recordOf('first'))
        const second = await store.put(key, recordOf('second'), { ifVersion: first })
        isEqual(
          await store.get(key),
          { record: recordOf('second'), version: second },
          'ifVersion matched: written',
        )
      },
      skip,
    )

    suite.case(
      'does not write over another version',
      async scene => {
        const store = await scene.open()
        const first = await store.put(key, recordOf('first'))
        const second = await store.put(key, recordOf('second'), { ifVersion: first })
        const unchanged = { record: recordOf('second'), version: second }
        for (const ifVersion of [first, 'no-such-version', `${second}0`, null, ...marks]) {
          await conflicts(store.put(key, recordOf('loser'), { ifVersion }), `put with ifVersion ${ifVersion}`)
          isEqual(await store.get(key), unchanged, 'A write that loses changes nothing')
        }
      },
      skip,
    )

    suite.case(
      'null: writes only where nothing is; a version: never there',
      async scene => {
        const store = await scene.open()
        for (const ifVersion of ['no-such-version', ...marks])
          await conflicts(store.put(key, recordOf('x'), { ifVersion }), 'put over a missing row')
        isEqual(await store.get(key), undefined, 'A write that loses makes no row')
        const version = await store.put(key, recordOf('first'), { ifVersion: null })
        isEqual(await store.get(key), { record: recordOf('first'), version }, 'null matched: written')
        await store.delete(key)
        await conflicts(store.put(key, recordOf('x'), { ifVersion: version }), 'put over a deleted row')
        await store.put(key, recordOf('second'), { ifVersion: null })
        isEqual((await store.get(key))?.record, recordOf('second'), 'null matches after a delete')
      },
      skip,
    )

    suite.case(
      'without a condition, or with one that says nothing, it writes whatever is there',
      async scene => {
        const store = await scene.open()
        await store.put(key, recordOf('first'), {})
        await store.put(key, recordOf('second'), {})
        isEqual((await store.get(key))?.record, recordOf('second'), 'An absent ifVersion is no condition')
      },
      skip,
    )

    suite.case(
      'a conflict says which store and key, and never the payload',
      async scene => {
        const store = await scene.open()
        await store.put(key, recordOf('stored-secret-4711'))
        const error = await conflicts(
          store.put(key, recordOf('given-secret-0815'), { ifVersion: null }),
          'put',
        )
        const context = 'context' in error ? error.context : undefined
        isEqual(context, { store: store.name, operation: 'put', key }, 'The context of a conflict')
        isTrue(
          error.message.includes(store.name) && error.message.includes(key.subject),
          'The message names store and key',
        )
        for (const secret of ['stored-secret-4711', 'given-secret-0815'])
          keepsSecret(error, secret, 'A conflict')
      },
      skip,
    )
  })
}
