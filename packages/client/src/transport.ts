import type { AccessTokenRequest, AsanaClientOptions } from './client-options.ts'
import { AsanaConnectionError } from './errors/connection-error.ts'
import { AsanaRequestError } from './errors/request-error.ts'
import { safeCause } from './errors/safe-cause.ts'
import { parseBaseUrl, resolveBelow } from './request/base-url.ts'
import type { Answer } from './response/answer.ts'
import { parseChangeNotices } from './response/change-notice.ts'

/** One call on its way. */
interface Call {
  readonly url: string
  readonly method: string
  /** For messages: below the base URL, without the query. */
  readonly path: string
  readonly init: RequestInit
  /** Aborted by the caller or by the deadline. */
  readonly signal: AbortSignal
}

/** Sends requests with a token, within a deadline, to nowhere but below the base URL. */
export class Transport {
  readonly #baseUrl: string
  readonly #options: AsanaClientOptions

  constructor(options: AsanaClientOptions) {
    this.#baseUrl = parseBaseUrl(options.baseUrl ?? 'https://app.asana.com/api/1.0')
    this.#options = options
  }

  /** The response as soon as its headers are there; from then on only the caller's signal ends it. */
  fetch(target: string, init: RequestInit, timeoutMs?: number): Promise<Response> {
    return this.#run(target, init, timeoutMs, call => this.#authorized(call))
  }

  /** The answer, read to its end. */
  exchange(target: string, init: RequestInit, timeoutMs?: number): Promise<Answer> {
    return this.#run(target, init, timeoutMs, async call => {
      const response = await this.#authorized(call)
      const text = await connected(call, () => response.text())
      return { ...call, status: response.status, headers: response.headers, text }
    })
  }

  async #run<T>(
    target: string,
    init: RequestInit,
    timeoutMs = this.#options.timeoutMs ?? 30_000,
    work: (call: Call) => Promise<T>,
  ): Promise<T> {
    const url = resolveBelow(this.#baseUrl, target).href
    const method = init.method ?? 'GET'
    const path = url.slice(this.#baseUrl.length).replace(/[?#].*/, '')
    const caller = init.signal
    const deadline = new AbortController()
    const signal = caller ? AbortSignal.any([caller, deadline.signal]) : deadline.signal
    // A timer takes no more than 31 bits: what is longer would fire at once.
    const timer = timeoutMs < 2 ** 31 ? setTimeout(() => deadline.abort(), timeoutMs) : undefined
    let stop = () => {}
    try {
      // A race, so that a token provider or a fetch that ignores the signal cannot hold the call.
      return await new Promise<T>((resolve, reject) => {
        signal.throwIfAborted()
        stop = () => reject()
        signal.addEventListener('abort', stop)
        work({ url, method, path, init, signal }).then(resolve, reject)
      })
    } catch (error) {
      if (caller?.aborted) throw caller.reason
      if (deadline.signal.aborted) {
        throw new AsanaConnectionError(
          `${method} ${path}: no answer in ${timeoutMs} ms. Try again later, or raise timeoutMs.`,
          { code: 'timeout' },
        )
      }
      // Frees the connection of an answer that nobody reads any more.
      deadline.abort()
      throw error
    } finally {
      clearTimeout(timer)
      // A caller's signal may live as long as the process: what listens to it would, too.
      signal.removeEventListener('abort', stop)
    }
  }

  /** A 401 is answered with one other token, if there is one, and one repetition. */
  async #authorized(call: Call): Promise<Response> {
    const token = await this.#token({ signal: call.signal })
    const response = await this.#send(call, token)
    if (response.status !== 401) return response
    if (isStream(call.init.body)) {
      // It cannot be sent twice; but whoever gives the tokens has to know, for the next call.
      settle(() => this.#token({ rejectedToken: token }))
      return response
    }
    const other = await this.#token({ rejectedToken: token, signal: call.signal })
    if (other === token) return response
    // Frees the connection.
    settle(async () => response.body?.cancel())
    return this.#send(call, other)
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

  async #send({ url, init, signal, ...call }: Call, token: string): Promise<Response> {
    const { fetch = globalThis.fetch, userAgent, onChangeNotice } = this.#options
    const headers = new Headers(this.#options.headers)
    if (userAgent) headers.set('user-agent', userAgent)
    new Headers(init.headers).forEach((value, name) => {
      headers.set(name, value)
    })
    headers.set('authorization', `Bearer ${token}`)
    signal.throwIfAborted()
    // Redirects are not followed: they could take the token to another host.
    const response = await connected(
      call,
      () => fetch(url, { ...init, headers, redirect: 'manual', signal }),
      token,
    )
    const notices = parseChangeNotices(response.headers.get('asana-change'))
    if (notices.length > 0) settle(async () => onChangeNotice?.(notices))
    return response
  }
}

async function connected<T>(
  call: Pick<Call, 'method' | 'path'>,
  io: () => Promise<T>,
  token?: string,
): Promise<T> {
  try {
    return await io()
  } catch (error) {
    throw new AsanaConnectionError(
      `${call.method} ${call.path}: the connection failed. Check baseUrl and the network.`,
      // A fetch of the application's own may hang the request on its errors, token and all.
      { code: 'network_error', cause: safeCause(error, [token]) },
    )
  }
}

/** A body that is gone once it was sent. */
function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('getReader' in body || Symbol.asyncIterator in body)
}

/** Runs what must not break the call, whether it throws or rejects. */
function settle(task: () => Promise<unknown>): void {
  task().catch(() => {})
}
