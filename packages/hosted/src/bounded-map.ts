/** A map of the entries that were used last: memory stays flat whatever comes in. */
export class BoundedMap<K, V> {
  readonly #entries = new Map<K, V>()
  readonly #limit: number
  readonly #onEvict: (value: V) => void

  constructor(limit: number, onEvict: (value: V) => void = () => {}) {
    this.#limit = limit
    this.#onEvict = onEvict
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key)
    if (value === undefined) return undefined
    // A Map iterates in the order of insertion: what is used moves to the end.
    this.#entries.delete(key)
    this.#entries.set(key, value)
    return value
  }

  set(key: K, value: V): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size <= this.#limit) return
    for (const [oldest, evicted] of this.#entries) {
      this.#entries.delete(oldest)
      this.#onEvict(evicted)
      return
    }
  }

  delete(key: K): void {
    this.#entries.delete(key)
  }

  values(): IterableIterator<V> {
    return this.#entries.values()
  }

  clear(): void {
    this.#entries.clear()
  }
}
