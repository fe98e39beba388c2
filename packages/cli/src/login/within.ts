import { IncompleteError, InterruptedError } from '../cli-errors.ts'

/**
 * The work's result, if it is there in time.
 * @throws IncompleteError `login_timeout`, InterruptedError
 */
export async function within<T>(work: Promise<T>, timeoutMs: number, signal: AbortSignal): Promise<T> {
  let stop = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      stop = () => reject(new InterruptedError('Interrupted; nobody was connected.'))
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop)
      timer = setTimeout(() => {
        const seconds = Math.round(timeoutMs / 1000)
        reject(
          new IncompleteError(
            `Nobody came back from Asana within ${seconds} seconds. Try again.`,
            'login_timeout',
          ),
        )
      }, timeoutMs)
      work.then(resolve, reject)
    })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
