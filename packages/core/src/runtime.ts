import type { Clock } from './clock.ts'

/** What the outside world is made of. */
export interface Runtime {
  readonly clock: Clock
  /** In [0, 1), for jitter. Secrets come from Web Crypto. */
  readonly random: () => number
  readonly fetch: typeof globalThis.fetch
}
