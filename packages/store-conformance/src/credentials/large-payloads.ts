import { isEqual, isTrue, rejection, show } from '../suite/assertions.ts'
import { isUnavailable, isVersionConflict, keepsSecret } from '../suite/store-errors.ts'
import type { CredentialSuite } from './credential-suite.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

export function largePayloads(suite: CredentialSuite): void {
  const { largestPayloadBytes, maxPayloadBytes } = suite.settings
  suite.concern('large payloads', () => {
    const sizes = [1_024, 16 * 1_024, largestPayloadBytes].filter(size => size <= largestPayloadBytes)
    for (const size of new Set(sizes)) {
      suite.case(`${size} bytes come back as they were`, async scene => {
        const store = await scene.open()
        for (const payload of [
          noise(size),
          '€'.repeat(Math.floor(size / 3)),
          '"\\\n'.repeat(Math.floor(size / 6)),
        ]) {
          const version = await store.put(key, recordOf(payload))
          const stored = await store.get(key)
          isEqual(stored?.record.payload.length, payload.length, 'The length of the payload')
          isEqual(stored, { record: recordOf(payload), version }, 'The row')
        }
      })
    }

    suite.case(
      `more than ${maxPayloadBytes} bytes are refused, and what is stored stays`,
      async scene => {
        const store = await scene.open()
        const version = await store.put(key, recordOf('before'))
        const payload = noise((maxPayloadBytes ?? 0) + 1)
        const error = await rejection(store.put(key, recordOf(payload)), 'A payload that is too large')
        isTrue(
          error instanceof Error && 'code' in error && typeof error.code === 'string',
          `A payload that is too large gets an error with a code, not ${show(error)}`,
        )
        // Trying again would not help with either.
        isTrue(
          !isUnavailable(error) && !isVersionConflict(error),
          `It is no outage and no conflict: ${show(error)}`,
        )
        isTrue(
          error.message.includes(store.name) && error.message.includes(key.subject),
          `Its message names store and key: ${show(error)}`,
        )
        keepsSecret(error, payload.slice(0, 100), 'The error')
        isEqual(await store.get(key), { record: recordOf('before'), version }, 'What was stored is untouched')
      },
      maxPayloadBytes === undefined && 'the store has no limit (options.maxPayloadBytes is not set)',
    )
  })
}

/** Does not compress, as a sealed payload does not. */
function noise(bytes: number): string {
  const chunks: string[] = []
  for (let length = 0; length < bytes; length += 32) chunks.push(crypto.randomUUID().replaceAll('-', ''))
  return chunks.join('').slice(0, bytes)
}
