/** Keeps what was set last; the oldest makes room. */
export class RecentMap<V> extends Map<string, V> {
  readonly #maxSize: number

  constructor(maxSize: number) {
    super()
    this.#maxSize = maxSize
  }

  override set(key: string, value: V): this {
    this.delete(key)
    const [oldest] = this.keys()
    if (oldest !== undefined && this.size >= this.#maxSize) this.delete(oldest)
    return super.set(key, value)
  }
}
