import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { TokenRequestError } from '../errors/token-errors.ts'
import type { OAuth2Flow } from '../oauth2/oauth2-flow.ts'
import type { Runtime } from '../runtime.ts'
import { retryDelayMs } from './retry-delay.ts'

const ATTEMPTS = 3

/** One refresh at Asana, tried again while waiting helps and the budget lasts. */
export interface RedeemSettings {
  readonly flow: OAuth2Flow
  readonly runtime: Runtime
  /** For all attempts and the waits between them. */
  readonly budgetMs: number
}

/**
 * Takes no AbortSignal: once the request is out, Asana may have changed the grant, and only the answer tells how.
 * @throws TokenRequestError of the last attempt
 */
export async function redeem(
  credentials: AsanaUserCredentials,
  settings: RedeemSettings,
): Promise<AsanaUserCredentials> {
  const { clock, random } = settings.runtime
  const start = clock.elapsed()
  const left = () => settings.budgetMs - (clock.elapsed() - start)
  for (let attempt = 1; ; attempt++) {
    try {
      return await settings.flow.refresh({ credentials, timeoutMs: Math.max(1, left()) })
    } catch (error) {
      if (!(error instanceof TokenRequestError && error.retryable) || attempt === ATTEMPTS) throw error
      const delayMs = retryDelayMs(error, attempt, random())
      if (delayMs >= left()) throw error
      await clock.sleep(delayMs)
    }
  }
}
