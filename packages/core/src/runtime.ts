import type { ClientClock } from '@x/asana-client'

/** Time, so that a test can move it: the client's is the same. */
export type Clock = ClientClock

/** What the outside world is made of. */
export interface Runtime {
  readonly clock: Clock
  /** In [0, 1), for jitter. Secrets come from Web Crypto. */
  readonly random: () => number
  readonly fetch: typeof globalThis.fetch
}
