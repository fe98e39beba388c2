import type { AccessTokenRequest, AsanaClientOptions, GetAccessToken } from '../client-options.ts'
import { AsanaConnectionError } from '../errors/connection-error.ts'
import { neverSent } from '../errors/never-sent.ts'
import { AsanaRequestError } from '../errors/request-error.ts'
import { safeCause } from '../errors/safe-cause.ts'
import { tried } from '../errors/tried.ts'
import type { HeaderRecord } from '../request/header-record.ts'
import { parseChangeNotices } from '../response/change-notice.ts'
import type { Attempt } from './attempt.ts'
import type { Call } from './call.ts'
import type { Hangs } from './hangs.ts'
import { clientHeaders, requestHeaders } from './request-headers.ts'
import { settle } from './settle.ts'

/** Sends a request with a token, and once more with another one if Asana refuses the first. */
export class Sender {
  readonly #options: AsanaClientOptions
  readonly #headers: HeaderRecord
  readonly #hangs: Hangs

  /** @throws {AsanaRequestError} `invalid_option` */
  constructor(options: AsanaClientOptions, hangs: Hangs) {
    this.#options = options
    this.#hangs = hangs
    this.#headers = clientHeaders(options)
  }

  send(call: Call, attempt: Attempt): Promise<Response> {
    const { getAccessToken, accessToken } = this.#options
    return getAccessToken
      ? this.#sendRenewing(getAccessToken, call, attempt)
      : this.#sendWith(checked(accessToken), call, attempt)
  }

  /** A 401 is answered with one other token, if there is one, and one repetition. */
  async #sendRenewing(getAccessToken: GetAccessToken, call: Call, attempt: Attempt): Promise<Response> {
    const token = checked(await getAccessToken(lazily(attempt)))
    const response = await this.#sendWith(token, call, attempt)
    if (response.status !== 401) return response
    if (!call.repeatable) {
      // It cannot be sent twice; but whoever gives the tokens has to know, for the next call.
      settle(() => getAccessToken({ rejectedToken: token }))
      return response
    }
    let other: string
    try {
      other = checked(await getAccessToken(lazily(attempt, token)))
    } catch (error) {
      drop(response)
      throw error
    }
    if (other === token) return response
    drop(response)
    return this.#sendWith(other, call, attempt)
  }

  #sendWith(token: string, call: Call, attempt: Attempt): Promise<Response> {
    const { fetch = globalThis.fetch } = this.#options
    const failed = (error: unknown) => {
      throw disconnected(call, error, token)
    }
    const request = this.#request(token, call, attempt)
    let sent: Promise<Response>
    try {
      sent = fetch(call.url, request)
    } catch (error) {
      return failed(error)
    }
    return sent.then(response => {
      this.#notice(response)
      // It could not be cut off, so it came all the same: this frees its connection.
      if (attempt.over) drop(response)
      return response
    }, failed)
  }

  #request(token: string, { init, method }: Call, attempt: Attempt): RequestInit {
    if (attempt.over) throw new Error('Nobody waits for this any more.')
    const headers = requestHeaders(this.#headers, init.headers, token)
    attempt.sent = true
    // Redirects are not followed: they could take the token to another host.
    const request: RequestInit = { ...init, headers, redirect: 'manual' }
    // A signal costs a tenth of a request on Node.js. A read needs none until one has hung: then its
    // answer is dropped when it comes, and the reads after it can be cut off. Writes always can.
    if (method !== 'GET' || init.signal || this.#hangs.seen) request.signal = attempt.signal
    return request
  }

  #notice(response: Response): void {
    const { onChangeNotice } = this.#options
    if (!onChangeNotice) return
    const notices = parseChangeNotices(response.headers.get('asana-change'))
    if (notices.length > 0) settle(() => onChangeNotice(notices))
  }
}

/** Frees the connection of a response that nobody reads. */
export function drop(response: Response): void {
  settle(() => response.body?.cancel())
}

/** What went wrong with the connection. A fetch of the application's own may hang the request on it. */
export function disconnected(
  { method, path, tries }: Call,
  error: unknown,
  token?: string,
): AsanaConnectionError {
  return new AsanaConnectionError(
    `${method} ${path}: the connection failed${tried(tries)}. Check baseUrl and the network.`,
    { code: 'network_error', sent: !neverSent(error), cause: safeCause(error, [token]) },
  )
}

/** A request for a token whose signal is made only if it is used: most tokens are at hand. */
function lazily(attempt: Attempt, rejectedToken?: string): AccessTokenRequest {
  return {
    ...(rejectedToken !== undefined && { rejectedToken }),
    get signal() {
      return attempt.signal
    },
  }
}

function checked(token: unknown): string {
  // Checked here, because the error of Headers would show the token.
  if (typeof token === 'string' && /^[!-~]+$/.test(token)) return token
  throw new AsanaRequestError('The access token is empty, or holds what no header may: a line break?', {
    code: 'invalid_access_token',
  })
}
