import type { OneTimeStore } from '@x/asana-auth-core'

export interface MemoryOneTimeStoreOptions {
  /** How many values fit; the oldest makes room. Default 10,000. */
  readonly maxEntries?: number
  /** Milliseconds since the epoch; default `Date.now`. */
  readonly now?: () => number
}

/** Values that can be read once, in the memory of one process. */
export class MemoryOneTimeStore implements OneTimeStore {
  readonly #values = new Map<string, { readonly value: string; readonly expiresAt: number }>()
  readonly #maxEntries: number
  readonly #now: () => number

  constructor(options: MemoryOneTimeStoreOptions = {}) {
    this.#maxEntries = options.maxEntries ?? 10_000
    this.#now = options.now ?? Date.now
  }

  async put(key: string, value: string, ttlMs: number): Promise<void> {
    this.#values.delete(key)
    this.#values.set(key, { value, expiresAt: this.#now() + ttlMs })
    this.#makeRoom()
  }

  async take(key: string): Promise<string | undefined> {
    const entry = this.#values.get(key)
    this.#values.delete(key)
    return entry && this.#now() < entry.expiresAt ? entry.value : undefined
  }

  #makeRoom(): void {
    if (this.#values.size <= this.#maxEntries) return
    const now = this.#now()
    for (const [key, { expiresAt }] of this.#values) if (now >= expiresAt) this.#values.delete(key)
    // A Map iterates in the order of insertion: the first one is the oldest.
    for (const key of this.#values.keys()) {
      if (this.#values.size <= this.#maxEntries) return
      this.#values.delete(key)
    }
  }
}
