import { type AccessTokenRequest, AsanaError, safeCause } from '@x/asana-client'
import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { withDeadline } from '../deadline.ts'
import { noAnswer } from '../errors/store-errors.ts'
import {
  ReauthorizationRequiredError,
  RefreshUnavailableError,
  TokenRequestError,
} from '../errors/token-errors.ts'
import type { RefreshSuccess } from '../events/refresh-outcome.ts'
import { refreshedEvent } from '../events/refreshed.ts'
import { traceRefresh } from '../events/trace-refresh.ts'
import type { CredentialKey } from '../store/credential-store.ts'
import { follow } from './follow.ts'
import { redeem } from './redeem.ts'
import { hold, type RefreshContext } from './token-context.ts'
import type { HeldToken, Refreshed } from './token-row.ts'

/** Called with the new credentials after each refresh, before anybody gets the new token; awaited for `storeTimeoutMs`. */
export type OnRefresh = (credentials: AsanaUserCredentials) => void | Promise<void>

/** Tokens that the application handed in and keeps itself: refreshed in memory, once for all callers. */
export class ExplicitTokens {
  readonly #context: RefreshContext
  readonly #key: CredentialKey
  readonly #onRefresh: OnRefresh | undefined
  #held: HeldToken
  #flight: Promise<HeldToken> | undefined
  /** No refresh before `until`, by the clock that does not jump. */
  #failure: { readonly until: number; readonly error: Error } | undefined
  #refreshedAt = Number.NEGATIVE_INFINITY

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
    const { clock } = this.#context.runtime
    const rejected = credentials.accessToken === rejectedToken
    if (!rejected && clock.now() < hardAt) return ready
    // Asana refuses even what it has just issued: another refresh would not help.
    const justIssued = clock.elapsed() - this.#refreshedAt < this.#context.settings.cooldownMs
    if (rejected && justIssued) return ready
    return follow(this.#renew(rejectedToken), signal).then(held => held.ready)
  }

  /** A new token, or the old one as long as it works. */
  async #renew(rejectedToken: string | undefined): Promise<HeldToken> {
    const { clock } = this.#context.runtime
    try {
      if (this.#failure && clock.elapsed() < this.#failure.until) throw this.#failure.error
      return await this.#refreshOnce()
    } catch (error) {
      const held = this.#held
      const works = clock.now() < held.expiresAt && held.credentials.accessToken !== rejectedToken
      if (works && !(error instanceof ReauthorizationRequiredError)) return held
      throw error
    }
  }

  #refreshOnce(): Promise<HeldToken> {
    if (!this.#flight) {
      this.#flight = traceRefresh(this.#key, () => this.#refresh())
        .then(({ held }) => held)
        .finally(() => {
          this.#flight = undefined
        })
      this.#context.background(this.#flight)
    }
    return this.#flight
  }

  async #refresh(): Promise<Refreshed> {
    const { flow, runtime, settings, events } = this.#context
    const startMs = runtime.clock.elapsed()
    const { credentials } = this.#held
    if (!credentials.refreshToken) throw this.#gone('no_refresh_token')
    const refreshed = await redeem(credentials, { flow, runtime, budgetMs: settings.redeemTimeoutMs }).catch(
      (error: unknown) => {
        throw this.#failed(error)
      },
    )
    this.#failure = undefined
    this.#refreshedAt = runtime.clock.elapsed()
    this.#held = hold(this.#context, refreshed, '')
    const outcome = await this.#handOver(refreshed)
    const durationMs = runtime.clock.elapsed() - startMs
    events.emit('refreshed', refreshedEvent(this.#key, credentials, refreshed, durationMs))
    return { held: this.#held, outcome }
  }

  /** The token is good whether or not the application could keep it. */
  async #handOver(refreshed: AsanaUserCredentials): Promise<RefreshSuccess> {
    const { storeTimeoutMs: timeoutMs } = this.#context.settings
    const late = () => noAnswer({ store: 'application', operation: 'onRefresh', key: this.#key }, timeoutMs)
    try {
      await withDeadline(async () => this.#onRefresh?.(refreshed), { timeoutMs, late })
      return 'fresh'
    } catch (error) {
      const { accessToken, refreshToken, idToken } = refreshed
      const told = safeCause(error, [accessToken, refreshToken, idToken])
      this.#context.events.emit('persist_failed', { key: this.#key, error: told })
      return 'persist_failed'
    }
  }

  /** A refused refresh token stays refused; anything else may pass. */
  #failed(error: unknown): unknown {
    const ofAsana = error instanceof TokenRequestError ? error : undefined
    if (ofAsana?.error === 'invalid_grant') return this.#gone('invalid_grant', ofAsana)
    const { runtime, settings, events } = this.#context
    const failure = ofAsana?.retryable
      ? new RefreshUnavailableError(this.#key, ofAsana.message, settings.cooldownMs, ofAsana)
      : error instanceof AsanaError
        ? error
        : safeCause(error)
    this.#failure = { until: runtime.clock.elapsed() + settings.cooldownMs, error: failure }
    events.emit('refresh_failed', { key: this.#key, error: failure })
    return failure
  }

  /** For good: these credentials do not become others. */
  #gone(reason: 'invalid_grant' | 'no_refresh_token', cause?: unknown): ReauthorizationRequiredError {
    const error = new ReauthorizationRequiredError(this.#key, reason, cause)
    this.#failure = { until: Number.POSITIVE_INFINITY, error }
    this.#context.events.emit('reauthorization_required', { key: this.#key, error })
    return error
  }
}
