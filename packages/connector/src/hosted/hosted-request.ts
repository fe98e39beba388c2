import { safeCause, watchedResponse } from '@x/asana-client'
import { HostedError } from './hosted-error.ts'

/** For requests that ask nothing of Asana, or little. */
export const SHORT_MS = 30_000

/** Where requests go, and how. */
export interface HostedServer {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
}

/** A request to a hosted server. */
export interface HostedRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `/v1`. */
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly signal?: AbortSignal | undefined
  /** To the end of the answer, or to the start of a stream. */
  readonly timeoutMs: number
  /** A success is a file, to be read as it comes. */
  readonly streams?: true
}

/** The answer, read to its end; or a stream that just begins, and an empty text. */
export interface HostedAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly stream?: ReadableStream<Uint8Array>
}

/**
 * @throws {HostedError} `hosted_unreachable`, `hosted_timeout`
 * @throws the reason of an aborted signal
 */
export async function sendHosted(
  { baseUrl, fetch }: HostedServer,
  request: HostedRequest,
  token?: string,
): Promise<HostedAnswer> {
  const { method, path, body, signal, timeoutMs } = request
  const deadline = new AbortController()
  const stop = () => deadline.abort(signal?.reason)
  const unfollow = () => signal?.removeEventListener('abort', stop)
  // A timer takes no more than 31 bits: what is longer would fire at once.
  const timer = timeoutMs < 2 ** 31 ? setTimeout(stop, timeoutMs) : undefined
  // Not `AbortSignal.any`, which on Node.js 20 leaves something behind on a signal that lives long.
  signal?.addEventListener('abort', stop)
  try {
    signal?.throwIfAborted()
    const response = await fetch(`${baseUrl}/v1${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: body ? JSON.stringify(body) : null,
      signal: deadline.signal,
      // A redirect could take the token to another host.
      redirect: 'manual',
    })
    // What is still read can still be aborted.
    const read = signal && request.streams && response.ok ? watchedResponse(response, unfollow) : response
    const answer = await readAnswer(request, read)
    if (!answer.stream) unfollow()
    return answer
  } catch (error) {
    unfollow()
    if (signal?.aborted) throw signal.reason
    if (deadline.signal.aborted) {
      const text = `The hosted server did not answer ${method} ${path} in ${timeoutMs} ms. Try again later; after a write, look first whether it was done.`
      throw new HostedError(text, { code: 'hosted_timeout' })
    }
    const text = `The hosted server did not answer ${method} ${path}. Check baseUrl and the network; after a write, look first whether it was done.`
    throw new HostedError(text, { code: 'hosted_unreachable', cause: safeCause(error, [token]) })
  } finally {
    clearTimeout(timer)
  }
}

async function readAnswer({ streams }: HostedRequest, response: Response): Promise<HostedAnswer> {
  const { status, headers, body } = response
  if (streams && response.ok) return { status, headers, text: '', ...(body && { stream: body }) }
  return { status, headers, text: await response.text() }
}
