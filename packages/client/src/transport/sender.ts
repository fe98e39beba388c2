import type { AccessTokenRequest, AsanaClientOptions } from '../client-options.ts'
import { AsanaConnectionError } from '../errors/connection-error.ts'
import { neverSent } from '../errors/never-sent.ts'
import { AsanaRequestError } from '../errors/request-error.ts'
import { safeCause } from '../errors/safe-cause.ts'
import { tried } from '../errors/tried.ts'
import { parseChangeNotices } from '../response/change-notice.ts'
import { type Call, isStream } from './call.ts'
import type { Progress } from './deadline.ts'
import { clientHeaders, type HeaderRecord, requestHeaders } from './request-headers.ts'

/** Sends a request with a token, and once more with another one if Asana refuses the first. */
export class Sender {
  readonly #options: AsanaClientOptions
  readonly #headers: HeaderRecord

  /** @throws {AsanaRequestError} `invalid_option` */
  constructor(options: AsanaClientOptions) {
    this.#options = options
    this.#headers = clientHeaders(options)
  }

  async send(call: Call, progress: Progress): Promise<Response> {
    const token = await this.#token({ signal: progress.signal })
    const response = await this.#sendWith(token, call, progress)
    if (response.status !== 401) return response
    if (isStream(call.init.body)) {
      // It cannot be sent twice; but whoever gives the tokens has to know, for the next call.
      settle(() => this.#token({ rejectedToken: token }))
      return response
    }
    const other = await this.#token({ rejectedToken: token, signal: progress.signal })
    if (other === token) return response
    // Frees the connection.
    settle(async () => response.body?.cancel())
    return this.#sendWith(other, call, progress)
  }

  async #token(request: AccessTokenRequest): Promise<string> {
    const { getAccessToken, accessToken } = this.#options
    const token: unknown = getAccessToken ? await getAccessToken(request) : accessToken
    // Checked here, because the error of Headers would show the token.
    if (typeof token === 'string' && /^[!-~]+$/.test(token)) return token
    throw new AsanaRequestError('The access token is empty, or holds what no header may: a line break?', {
      code: 'invalid_access_token',
    })
  }

  async #sendWith(token: string, call: Call, progress: Progress): Promise<Response> {
    const { fetch = globalThis.fetch, onChangeNotice } = this.#options
    const { url, init } = call
    const headers = requestHeaders(this.#headers, init.headers, token)
    progress.signal.throwIfAborted()
    progress.sent = true
    // Redirects are not followed: they could take the token to another host.
    const request: RequestInit = { ...init, headers, redirect: 'manual', signal: progress.signal }
    const response = await connected(call, () => fetch(url, request), token)
    const announced = response.headers.get('asana-change')
    if (announced !== null && onChangeNotice) {
      const notices = parseChangeNotices(announced)
      if (notices.length > 0) settle(async () => onChangeNotice(notices))
    }
    return response
  }
}

/**
 * Runs what uses the connection.
 * @throws {AsanaConnectionError} `network_error`
 */
export async function connected<T>(
  { method, path, tries }: Call,
  io: () => Promise<T>,
  token?: string,
): Promise<T> {
  try {
    return await io()
  } catch (error) {
    throw new AsanaConnectionError(
      `${method} ${path}: the connection failed${tried(tries)}. Check baseUrl and the network.`,
      // A fetch of the application's own may hang the request on its errors, token and all.
      { code: 'network_error', sent: !neverSent(error), cause: safeCause(error, [token]) },
    )
  }
}

/** Runs what must not break the call, whether it throws or rejects. */
function settle(task: () => Promise<unknown>): void {
  task().catch(() => {})
}
