import { retryAfterMs, safeCause } from '@x/asana-client'
import { ExpiringToken, type IssuedToken } from './expiring-token.ts'
import type { HostedConnection } from './hosted-connection.ts'
import { HostedError, type HostedErrorItem } from './hosted-error.ts'

type Json = Readonly<Record<string, unknown>>

export interface HostedRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Below `/v1`. */
  readonly path: string
  readonly body?: Json
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

/** Calls to a hosted server: with the operator's token, or for one external user with a token of theirs alone. */
export class HostedApi {
  readonly #connection: HostedConnection
  readonly #operator: ExpiringToken
  readonly #scoped: ExpiringToken | undefined

  constructor(connection: HostedConnection) {
    this.#connection = connection
    this.#operator = new ExpiringToken(() => this.#issueOperatorToken(), connection.now)
    const { externalUserId } = connection
    if (externalUserId !== undefined) {
      this.#scoped = new ExpiringToken(() => this.#issueScopedToken(externalUserId), connection.now)
    }
  }

  /** The answer's JSON. @throws {HostedError} @throws the reason of an aborted signal */
  async json(request: HostedRequest): Promise<Json> {
    return readJson(request, await this.call(request))
  }

  /** The answer, a success. @throws {HostedError} @throws the reason of an aborted signal */
  async call(request: HostedRequest): Promise<Response> {
    const tokens = this.#scoped ?? this.#operator
    const token = await tokens.get()
    const response = await this.#send(request, token)
    if (response.status !== 401) return checked(request, response)
    // The server may have new keys: one other token, one repetition.
    await response.body?.cancel()
    return checked(request, await this.#send(request, await tokens.get(token)))
  }

  async #issueOperatorToken(): Promise<IssuedToken> {
    const { clientId, clientSecret, now } = this.#connection
    const request: HostedRequest = {
      method: 'POST',
      path: '/account/applications/token',
      body: { client_id: clientId, client_secret: clientSecret },
    }
    const startedAt = now()
    const answer = await readJson(request, await checked(request, await this.#send(request)))
    const { access_token: token, expires_in: seconds } = answer
    if (typeof token !== 'string' || typeof seconds !== 'number') throw invalidAnswer(request)
    return { token, expiresAt: startedAt + seconds * 1000 }
  }

  async #issueScopedToken(externalUserId: string): Promise<IssuedToken> {
    const request: HostedRequest = {
      method: 'POST',
      path: '/embedded/scoped-token',
      body: { external_user_id: externalUserId },
    }
    let operator = await this.#operator.get()
    let response = await this.#send(request, operator)
    if (response.status === 401) {
      await response.body?.cancel()
      operator = await this.#operator.get(operator)
      response = await this.#send(request, operator)
    }
    const { token } = await readJson(request, await checked(request, response))
    if (typeof token !== 'string') throw invalidAnswer(request)
    return { token, expiresAt: expiryOf(token) ?? this.#connection.now() + 60_000 }
  }

  async #send({ method, path, body, headers, signal }: HostedRequest, token?: string): Promise<Response> {
    const { baseUrl, fetch } = this.#connection
    try {
      return await fetch(`${baseUrl}/v1${path}`, {
        method,
        headers: {
          ...headers,
          ...(body && { 'content-type': 'application/json' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: body ? JSON.stringify(body) : null,
        signal: signal ?? null,
        // A redirect could take the token to another host.
        redirect: 'manual',
      })
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      const text = `The hosted server did not answer ${method} ${path}. Check baseUrl and the network.`
      throw new HostedError(text, { code: 'hosted_unreachable', cause: safeCause(error) })
    }
  }
}

/** When a JWT ends (RFC 7519, section 4.1.4), without believing anything else of it. */
function expiryOf(token: string): number | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { exp }: { exp?: unknown } = JSON.parse(atob(payload))
    return typeof exp === 'number' ? exp * 1000 : undefined
  } catch {
    return undefined
  }
}

async function checked(request: HostedRequest, response: Response): Promise<Response> {
  if (response.ok) return response
  const answer = await response.json().catch(() => undefined)
  const { message, errors } = isObject(answer) ? answer : {}
  const items = Array.isArray(errors) ? errors.filter(isItem) : []
  const said = typeof message === 'string' ? message : `status ${response.status}`
  const url = items.find(item => item.url !== undefined)?.url
  throw new HostedError(`${request.method} ${request.path}: ${said}${url ? ` Go on at ${url}.` : ''}`, {
    code: items[0]?.error_code ?? 'hosted_invalid_answer',
    status: response.status,
    errors: items,
    retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
  })
}

async function readJson(request: HostedRequest, response: Response): Promise<Json> {
  const answer: unknown = await response.json().catch(() => undefined)
  if (isObject(answer)) return answer
  throw invalidAnswer(request)
}

function invalidAnswer({ method, path }: HostedRequest): HostedError {
  const text = `${method} ${path}: the answer is not one of a hosted server. Check baseUrl.`
  return new HostedError(text, { code: 'hosted_invalid_answer' })
}

function isItem(value: unknown): value is HostedErrorItem {
  return isObject(value) && typeof value['error_code'] === 'string'
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
