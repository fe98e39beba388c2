import { AsanaConnectionError } from '../errors/connection-error.ts'
import { tried } from '../errors/tried.ts'
import type { Call } from './call.ts'

/** One attempt on its way. */
export class Attempt {
  #controller: AbortController | undefined
  #reason: unknown
  /** Whether Asana may have seen anything of it. */
  sent = false
  /** Nobody waits for it any more: it timed out, or the caller aborted. */
  over = false

  /** Aborted when the attempt is over. Made when it is asked for: on Node.js it costs more than all else here. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController()
      if (this.over) this.#controller.abort(this.#reason)
    }
    return this.#controller.signal
  }

  /** Frees the connection of an answer that nobody reads any more. */
  end(reason?: unknown): void {
    this.over = true
    this.#reason = reason
    this.#controller?.abort(reason)
  }

  /**
   * Ends with the caller's signal, too, until the function that this returns is called. Not by
   * `AbortSignal.any`: on Node.js 20 a signal that lives as long as the process keeps all that were made of it.
   */
  follow(caller: AbortSignal): () => void {
    const onAbort = () => this.end(caller.reason)
    if (caller.aborted) onAbort()
    caller.addEventListener('abort', onAbort)
    return () => caller.removeEventListener('abort', onAbort)
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
  const attempt = new Attempt()
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
      const reason = caller?.aborted ? caller.reason : error
      attempt.end(reason)
      reject(reason)
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
