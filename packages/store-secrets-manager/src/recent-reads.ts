import type { StoredCredential } from '@x/asana-auth-core'
import { RecentMap } from './recent-map.ts'
import type { StoreSettings } from './store-options.ts'

interface RecentRead {
  readonly stored: StoredCredential
  readonly readAt: number
}

/** What was read a moment ago, for those who would rather read something old than pay for each read. */
export class RecentReads {
  readonly #rows = new RecentMap<RecentRead>(10_000)
  readonly #settings: StoreSettings
  /** Grows with every `forget`. */
  #changes = 0

  constructor(settings: StoreSettings) {
    this.#settings = settings
  }

  /** From memory, or by `read`. That there is no row is never kept: the user may just be connecting. */
  async through(
    name: string,
    read: () => Promise<StoredCredential | undefined>,
  ): Promise<StoredCredential | undefined> {
    const { now, maxReadAgeMs = 0 } = this.#settings
    const readAt = now()
    const row = this.#rows.get(name)
    if (row && Math.abs(readAt - row.readAt) < maxReadAgeMs) return row.stored
    const changes = this.#changes
    const stored = await read()
    // What we have written meanwhile is newer than what we have read.
    if (maxReadAgeMs > 0 && stored && changes === this.#changes) this.#rows.set(name, { stored, readAt })
    return stored
  }

  /** Before and after a write, and before whoever takes a lease reads what its last holder wrote. */
  forget(name: string): void {
    this.#changes += 1
    this.#rows.delete(name)
  }
}
