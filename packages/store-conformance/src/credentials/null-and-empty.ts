import { isEqual } from '../suite/assertions.ts'
import type { CredentialSuite } from './credential-suite.ts'
import { keyOf, recordOf, recordWithoutExpiry } from './records.ts'

/** Texts that storages and their drivers like to take for "nothing", or for something of their own. */
const payloads = ['', ' ', '\n', '0', 'null', 'undefined', 'false', '{}', '[]', '""', '\\N', 'NaN']

export function nullAndEmpty(suite: CredentialSuite): void {
  suite.concern('null and empty', () => {
    suite.case('a missing row is undefined, not null and not an empty record', async scene => {
      const store = await scene.open()
      isEqual(await store.get(keyOf('nobody')), undefined, 'get of a missing row is undefined')
      isEqual(await store.delete(keyOf('nobody')), false, 'delete of a missing row is false')
      isEqual(await store.get(keyOf('nobody')), undefined, 'delete of a missing row makes none')
    })

    for (const payload of payloads) {
      suite.case(`keeps the payload ${JSON.stringify(payload)}`, async scene => {
        const store = await scene.open()
        await store.put(keyOf('user-1'), recordOf(payload))
        isEqual(
          (await store.get(keyOf('user-1')))?.record,
          recordOf(payload),
          'A payload comes back as it was',
        )
      })
    }

    suite.case('an absent expiresAt stays absent', async scene => {
      const store = await scene.open()
      await store.put(keyOf('user-1'), recordWithoutExpiry('payload'))
      const stored = await store.get(keyOf('user-1'))
      isEqual(
        Object.keys(stored?.record ?? {}).includes('expiresAt'),
        false,
        'A record without expiresAt comes back without the member (neither null, undefined, 0 nor NaN)',
      )
      isEqual(stored?.record, recordWithoutExpiry('payload'), 'The rest of the record comes back as it was')
    })

    suite.case('an expiresAt and an updatedAt of 0 are numbers like any other', async scene => {
      const store = await scene.open()
      const record = recordOf('payload', { expiresAt: 0, updatedAt: 0 })
      await store.put(keyOf('user-1'), record)
      isEqual((await store.get(keyOf('user-1')))?.record, record, 'Zero is not absent')
    })

    suite.case('a record whose access token expired long ago is still there', async scene => {
      const store = await scene.open()
      const record = recordOf('its refresh token is still good', { expiresAt: 1_000 })
      await store.put(keyOf('user-1'), record)
      isEqual((await store.get(keyOf('user-1')))?.record, record, 'expiresAt is no lifetime of the row')
    })
  })
}
