import type { StoredCredential } from '@x/asana-auth-core'
import { RecentMap } from './recent-map.ts'

interface RecentRead {
  readonly stored: StoredCredential
  readonly readAt: number
}

/** What was read a moment ago, for those who would rather read something old than pay for each read. */
export class RecentReads {
  readonly #rows = new RecentMap<RecentRead>(10_000)
  readonly #maxAgeMs: number
  readonly #now: () => number
  /** Grows with every `forget`. */
  #changes = 0

  constructor(maxAgeMs: number, now: () => number) {
    this.#maxAgeMs = maxAgeMs
    this.#now = now
  }

  /** From memory, or by `read`. That there is no row is never kept: the user may just be connecting. */
  async through(
    name: string,
    read: () => Promise<StoredCredential | undefined>,
  ): Promise<StoredCredential | undefined> {
    const readAt = this.#now()
    const row = this.#rows.get(name)
    if (row && Math.abs(readAt - row.readAt) < this.#maxAgeMs) return row.stored
    const changes = this.#changes
    const stored = await read()
    // What we have written meanwhile is newer than what we have read.
    if (this.#maxAgeMs > 0 && stored && changes === this.#changes) this.#rows.set(name, { stored, readAt })
    return stored
  }

  /** Before and after a write, and before whoever takes a lease reads what its last holder wrote. */
  forget(name: string): void {
    this.#changes += 1
    this.#rows.delete(name)
  }
}
