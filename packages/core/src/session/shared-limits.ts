import { RateLimits, type RateLimitsOptions } from '@x/asana-client'
import type { Runtime } from '../runtime.ts'

const maxOwners = 10_000

/**
 * What each token may send, counted once for all sessions that act with it. Bounded: who has not come for
 * the longest time is forgotten first, and counted anew.
 */
export class SharedLimits {
  readonly #options: RateLimitsOptions | false
  readonly #ofOwner = new Map<string, RateLimits>()

  constructor(options: RateLimitsOptions | false, runtime: Runtime) {
    this.#options = options && { ...options, runtime: options.runtime ?? runtime }
    // What is wrong with the options shows when the manager is made, not at somebody's first request.
    if (this.#options) new RateLimits(this.#options)
  }

  /** Those of the owner's token, or, for a token that nobody shares, new ones. `false` if there are none. */
  of(owner: string | undefined): RateLimits | false {
    if (!this.#options) return false
    const limits = (owner !== undefined && this.#ofOwner.get(owner)) || new RateLimits(this.#options)
    if (owner === undefined) return limits
    this.#ofOwner.delete(owner)
    this.#ofOwner.set(owner, limits)
    const [longestUnused] = this.#ofOwner.keys()
    if (this.#ofOwner.size > maxOwners && longestUnused !== undefined) this.#ofOwner.delete(longestUnused)
    return limits
  }
}
