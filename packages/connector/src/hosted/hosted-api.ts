import { ExpiringToken, type IssuedToken } from './expiring-token.ts'
import { checkAnswer, invalidAnswer, type Json, readJson } from './hosted-answer.ts'
import type { HostedConnection } from './hosted-connection.ts'
import { type HostedAnswer, type HostedRequest, sendHosted } from './hosted-request.ts'
import { untilAborted } from './until-aborted.ts'

/** For requests that ask nothing of Asana. */
export const SHORT_MS = 30_000

/**
 * Calls to a hosted server: for one external user with a token for that user alone, else with the
 * operator's. What goes wrong is a `HostedError`, or the reason of an aborted signal.
 */
export class HostedApi {
  readonly #connection: HostedConnection
  readonly #operator: ExpiringToken
  /** What calls are made with. */
  readonly #tokens: ExpiringToken

  constructor(connection: HostedConnection) {
    const { externalUserId, now } = connection
    this.#connection = connection
    this.#operator = new ExpiringToken(() => this.#issueOperatorToken(), now)
    this.#tokens =
      externalUserId === undefined
        ? this.#operator
        : new ExpiringToken(() => this.#issueScopedToken(externalUserId), now)
  }

  /** The answer's JSON. */
  async json(request: HostedRequest): Promise<Json> {
    return readJson(request, await this.call(request))
  }

  /** The answer, a success. */
  call(request: HostedRequest): Promise<HostedAnswer> {
    return this.#authorized(request, this.#tokens)
  }

  async #authorized(request: HostedRequest, tokens: ExpiringToken): Promise<HostedAnswer> {
    const token = await untilAborted(tokens.get(), request.signal)
    const answer = await sendHosted(this.#connection, request, token)
    if (answer.status !== 401) return checkAnswer(request, answer)
    // The server may have new keys: one other token, one repetition.
    const other = await untilAborted(tokens.get(token), request.signal)
    return checkAnswer(request, await sendHosted(this.#connection, request, other))
  }

  async #issueOperatorToken(): Promise<IssuedToken> {
    const { clientId, clientSecret, now } = this.#connection
    const request: HostedRequest = {
      method: 'POST',
      path: '/account/applications/token',
      body: { client_id: clientId, client_secret: clientSecret },
      timeoutMs: SHORT_MS,
    }
    const issuedAt = now()
    const answer = checkAnswer(request, await sendHosted(this.#connection, request))
    const { access_token: token, expires_in: seconds } = readJson(request, answer)
    if (typeof token !== 'string' || typeof seconds !== 'number') throw invalidAnswer(request)
    return { token, issuedAt, expiresAt: issuedAt + seconds * 1000 }
  }

  async #issueScopedToken(externalUserId: string): Promise<IssuedToken> {
    const request: HostedRequest = {
      method: 'POST',
      path: '/embedded/scoped-token',
      body: { external_user_id: externalUserId },
      timeoutMs: SHORT_MS,
    }
    const issuedAt = this.#connection.now()
    const { token } = readJson(request, await this.#authorized(request, this.#operator))
    if (typeof token !== 'string') throw invalidAnswer(request)
    return { token, issuedAt, expiresAt: issuedAt + (lifetimeOf(token) ?? 60_000) }
  }
}

/**
 * How long a JWT lives, in milliseconds, by its own times (RFC 7519, section 4.1), so that the server's
 * clock does not matter. Nothing else of it is believed.
 */
function lifetimeOf(token: string): number | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { exp, iat }: { exp?: unknown; iat?: unknown } = JSON.parse(atob(payload))
    return typeof exp === 'number' && typeof iat === 'number' ? (exp - iat) * 1000 : undefined
  } catch {
    return undefined
  }
}
