import { type StoreContext, StoreUnavailableError } from '@x/asana-auth-core'

const FIRST_DELAY_MS = 20
const MAX_DELAY_MS = 1000

/**
 * Calls until there is a result, for about three seconds: a secret may have been changed just now, or
 * AWS be deleting the one that had its name. Random waits keep contenders out of step.
 */
export async function insist<T>(at: StoreContext, attempt: () => Promise<T | undefined>): Promise<T> {
  for (let delayMs = FIRST_DELAY_MS; delayMs < MAX_DELAY_MS; delayMs *= 1.35) {
    const result = await attempt()
    if (result !== undefined) return result
    await new Promise(resolve => setTimeout(resolve, delayMs * (0.5 + Math.random())))
  }
  const what =
    'the secret did not settle: AWS is still deleting one of its name (wait a minute), or many write it.'
  throw new StoreUnavailableError(at, what)
}
