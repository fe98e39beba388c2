import { AsanaConnectionError } from '../errors/connection-error.ts'
import { tried } from '../errors/tried.ts'
import type { Call } from './call.ts'

/** What an attempt is busy with: `sent` tells whether Asana may have seen anything of it. */
export interface Progress {
  readonly signal: AbortSignal
  sent: boolean
}

/**
 * Runs one attempt until it ends, its time is over, or the caller aborts; whichever comes first, at
 * once: a token provider or a fetch that ignores the signal cannot hold the call.
 * @throws {AsanaConnectionError} `timeout`
 * @throws the reason of the caller's signal
 */
export function withinDeadline<T>(
  { method, path, init, timeoutMs, tries }: Call,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const caller = init.signal
  const deadline = new AbortController()
  const signal = caller ? AbortSignal.any([caller, deadline.signal]) : deadline.signal
  const progress: Progress = { signal, sent: false }
  return new Promise<T>((resolve, reject) => {
    if (caller?.aborted) return reject(caller.reason)
    const onAbort = () => finish(() => reject(caller?.reason))
    // A timer takes no more than 31 bits: what is longer would fire at once.
    const timer = timeoutMs < 2 ** 31 ? setTimeout(onTimeout, timeoutMs) : undefined
    function finish(settle: () => void) {
      clearTimeout(timer)
      // A caller's signal may live as long as the process: what listens to it would, too.
      caller?.removeEventListener('abort', onAbort)
      settle()
    }
    function onTimeout() {
      const what = progress.sent ? 'no answer' : 'getAccessToken gave no token'
      const advice = progress.sent ? 'Try again later, or raise timeoutMs.' : 'See what it waits for.'
      const { sent } = progress
      deadline.abort()
      finish(() =>
        reject(
          new AsanaConnectionError(
            `${method} ${path}: ${what} in ${timeoutMs} ms${tried(tries)}. ${advice}`,
            {
              code: 'timeout',
              sent,
            },
          ),
        ),
      )
    }
    caller?.addEventListener('abort', onAbort)
    work(progress).then(
      value => finish(() => resolve(value)),
      error => {
        // Frees the connection of an answer that nobody reads any more.
        deadline.abort()
        finish(() => reject(caller?.aborted ? caller.reason : error))
      },
    )
  })
}
