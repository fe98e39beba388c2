import type { Lease, LeaseAttempt } from '@x/asana-auth-core'

/** Leases by name; the newest holder is the owner, until it lets go or its time is over. */
export class Leases {
  readonly #held = new Map<string, { readonly owner: Lease; expiresAt: number }>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  acquire(name: string, ttlMs: number): LeaseAttempt {
    if (this.#current(name)) return { status: 'held' }
    const lease: Lease = {
      renew: async ttl => {
        const held = this.#current(name)
        if (held?.owner !== lease) return false
        held.expiresAt = this.#now() + ttl
        return true
      },
      release: async () => {
        if (this.#held.get(name)?.owner === lease) this.#held.delete(name)
      },
    }
    this.#held.set(name, { owner: lease, expiresAt: this.#now() + ttlMs })
    return { status: 'acquired', lease }
  }

  #current(name: string) {
    const held = this.#held.get(name)
    if (!held || this.#now() < held.expiresAt) return held
    this.#held.delete(name)
    return undefined
  }
}
