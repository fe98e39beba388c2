/**
 * The same promise for one caller, who may stop waiting; the work goes on for the others.
 * @throws the reason of the aborted signal
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  let stop = () => {}
  try {
    return await new Promise<T>((resolve, reject) => {
      stop = () => reject(signal.reason)
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop)
      work.then(resolve, reject)
    })
  } finally {
    // A signal may live as long as the process: what listens to it would, too.
    signal.removeEventListener('abort', stop)
  }
}
