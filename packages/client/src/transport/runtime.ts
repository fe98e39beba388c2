/** Time, so that a test can move it. */
export interface ClientClock {
  /** The wall clock: milliseconds since the Unix epoch. */
  now(): number
  /** For durations: milliseconds that never jump. */
  elapsed(): number
  /** Resolves after `ms` milliseconds, or at once when the signal aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Time and chance. */
export interface ClientRuntime {
  readonly clock: ClientClock
  /** In [0, 1), for jitter. */
  readonly random: () => number
}

/** What is not given is the system's. */
export type RuntimeOptions = { readonly [Name in keyof ClientRuntime]?: ClientRuntime[Name] | undefined }

/** The system's. */
export const systemClock: ClientClock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise(resolve => {
      if (signal?.aborted) return resolve()
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      // A timer takes no more than 31 bits: what is longer would fire at once.
      const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1))
      signal?.addEventListener('abort', done)
    }),
}

/** What was left out is the system's. */
export function completeRuntime(runtime: RuntimeOptions = {}): ClientRuntime {
  return { clock: runtime.clock ?? systemClock, random: runtime.random ?? Math.random }
}
