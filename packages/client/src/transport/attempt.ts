import { AsanaConnectionError } from '../errors/connection-error.ts'
import { tried } from '../errors/tried.ts'
import type { Call } from './call.ts'

/** One attempt on its way. */
export class Attempt {
  readonly #caller: AbortSignal | null | undefined
  #controller: AbortController | undefined
  #signal: AbortSignal | undefined
  /** Whether Asana may have seen anything of it. */
  sent = false
  /** Nobody waits for it any more: it timed out, or the caller aborted. */
  over = false

  constructor(caller: AbortSignal | null | undefined) {
    this.#caller = caller
  }

  /** Aborted when the attempt is over. Made when it is asked for: on Node.js it costs more than all else here. */
  get signal(): AbortSignal {
    if (this.#signal) return this.#signal
    this.#controller = new AbortController()
    if (this.over) this.#controller.abort()
    const own = this.#controller.signal
    this.#signal = this.#caller ? AbortSignal.any([this.#caller, own]) : own
    return this.#signal
  }

  /** Frees the connection of an answer that nobody reads any more. */
  end(): void {
    this.over = true
    this.#controller?.abort()
  }
}

/**
 * Runs one attempt until it ends, its time is over, or the caller aborts; whichever comes first, at
 * once: a token provider or a fetch that ignores the signal cannot hold the call. Then `onEnd` is called.
 * @throws {AsanaConnectionError} `timeout`
 * @throws the reason of the caller's signal
 */
export function withinDeadline<T>(
  call: Call,
  work: (attempt: Attempt) => Promise<T>,
  onEnd?: () => void,
): Promise<T> {
  const caller = call.init.signal
  const attempt = new Attempt(caller)
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => fail(caller?.reason)
    const onTimeout = () => fail(timeoutError(call, attempt.sent))
    // A timer takes no more than 31 bits: what is longer would fire at once.
    const timer = call.timeoutMs < 2 ** 31 ? setTimeout(onTimeout, call.timeoutMs) : undefined
    const settled = () => {
      clearTimeout(timer)
      // A caller's signal may live as long as the process: what listens to it would, too.
      caller?.removeEventListener('abort', onAbort)
      onEnd?.()
    }
    const fail = (error: unknown) => {
      if (attempt.over) return
      settled()
      attempt.end()
      reject(caller?.aborted ? caller.reason : error)
    }
    if (caller?.aborted) return onAbort()
    caller?.addEventListener('abort', onAbort)
    let working: Promise<T>
    try {
      working = work(attempt)
    } catch (error) {
      return fail(error)
    }
    working.then(value => {
      if (attempt.over) return
      settled()
      resolve(value)
    }, fail)
  })
}

function timeoutError({ method, path, timeoutMs, tries }: Call, sent: boolean): AsanaConnectionError {
  const what = sent ? 'no answer' : 'getAccessToken gave no token'
  const advice = sent ? 'Try again later, or raise timeoutMs.' : 'See what it waits for.'
  return new AsanaConnectionError(`${method} ${path}: ${what} in ${timeoutMs} ms${tried(tries)}. ${advice}`, {
    code: 'timeout',
    sent,
  })
}
