import { StoreUnavailableError } from '@x/asana-auth-core'
import { type AwsOperation, STORE } from './aws-error.ts'

const ATTEMPTS = 14
const FIRST_DELAY_MS = 20
const MAX_DELAY_MS = 400

/**
 * Calls until there is a result, for about three seconds: a secret may have been changed just now, or
 * AWS be deleting the one that had its name. Random waits keep contenders out of step.
 */
export async function insist<T>(at: AwsOperation, attempt: () => Promise<T | undefined>): Promise<T> {
  for (let count = 1, delayMs = FIRST_DELAY_MS; ; count++, delayMs = Math.min(delayMs * 2, MAX_DELAY_MS)) {
    const result = await attempt()
    if (result !== undefined) return result
    if (count === ATTEMPTS) {
      const { operation, key } = at
      const what =
        'the secret did not settle: AWS is still deleting its predecessor (give it a minute), or many write it at once.'
      throw new StoreUnavailableError({ store: STORE, operation, key }, what)
    }
    await wait(delayMs * (0.5 + Math.random() / 2))
  }
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms)
  })
}
