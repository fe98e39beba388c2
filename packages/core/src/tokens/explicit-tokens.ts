import type { AccessTokenRequest } from '@x/asana-client'
import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { ReauthorizationRequiredError, TokenRequestError } from '../errors/token-errors.ts'
import type { CredentialKey } from '../store/credential-store.ts'
import { follow } from './follow.ts'
import { redeem } from './redeem.ts'
import { hold, type RefreshContext } from './token-context.ts'
import type { HeldToken } from './token-row.ts'

/** Called with the new credentials after each refresh, before anybody gets the new token. */
export type OnRefresh = (credentials: AsanaUserCredentials) => void | Promise<void>

/** Tokens that the application handed in and keeps itself: refreshed in memory, once for all callers. */
export class ExplicitTokens {
  readonly #context: RefreshContext
  readonly #key: CredentialKey
  readonly #onRefresh: OnRefresh | undefined
  #held: HeldToken
  #flight: Promise<HeldToken> | undefined

  constructor(
    context: RefreshContext,
    key: CredentialKey,
    credentials: AsanaUserCredentials,
    onRefresh?: OnRefresh,
  ) {
    this.#context = context
    this.#key = key
    this.#onRefresh = onRefresh
    this.#held = hold(context, credentials, '')
  }

  getAccessToken = ({ rejectedToken, signal }: AccessTokenRequest = {}): Promise<string> => {
    const { credentials, hardAt, ready } = this.#held
    const good = this.#context.runtime.clock.now() < hardAt && credentials.accessToken !== rejectedToken
    return good ? ready : follow(this.#refreshOnce(), signal).then(held => held.ready)
  }

  #refreshOnce(): Promise<HeldToken> {
    if (!this.#flight) {
      this.#flight = this.#refresh().finally(() => {
        this.#flight = undefined
      })
      this.#context.background(this.#flight)
    }
    return this.#flight
  }

  async #refresh(): Promise<HeldToken> {
    const { flow, runtime, settings, events } = this.#context
    const { credentials } = this.#held
    if (!credentials.refreshToken) throw new ReauthorizationRequiredError(this.#key, 'no_refresh_token')
    const refreshed = await redeem(credentials, { flow, runtime, budgetMs: settings.redeemTimeoutMs }).catch(
      error => {
        const gone = error instanceof TokenRequestError && error.error === 'invalid_grant'
        throw gone ? new ReauthorizationRequiredError(this.#key, 'invalid_grant', error) : error
      },
    )
    this.#held = hold(this.#context, refreshed, '')
    try {
      await this.#onRefresh?.(refreshed)
    } catch (error) {
      // The token is good whether or not the application could keep it.
      events.emit('persist_failed', { key: this.#key, error: error as Error })
    }
    return this.#held
  }
}
