import type { AsanaPage } from './list.ts'

type Load<T> = () => Promise<AsanaPage<T>>

const over = { value: undefined, done: true } as const

/**
 * Walks the items of all pages; a page is asked for when somebody wants an item of it. Written by hand,
 * because an async generator makes four promises for each item, and this makes one.
 */
export class PageIterator<T> implements AsyncIterableIterator<T, void, undefined> {
  readonly #loadAfter: (offset: string) => Promise<AsanaPage<T>>
  #loadNext: Load<T> | undefined
  #loading: Promise<void> | undefined
  #items: readonly T[] = []
  #at = 0
  #left = false

  constructor(loadFirst: Load<T>, loadAfter: (offset: string) => Promise<AsanaPage<T>>) {
    this.#loadNext = loadFirst
    this.#loadAfter = loadAfter
  }

  next(): Promise<IteratorResult<T, void>> {
    return this.#at < this.#items.length ? Promise.resolve(this.#take()) : this.#turn()
  }

  /** What `break` calls. */
  return(): Promise<IteratorResult<T, void>> {
    this.#left = true
    this.#loadNext = undefined
    this.#items = []
    return Promise.resolve(over)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #take(): IteratorResult<T, void> {
    return { value: this.#items[this.#at++] as T, done: false }
  }

  async #turn(): Promise<IteratorResult<T, void>> {
    // A page can be empty and have one after it.
    while (this.#at >= this.#items.length) {
      if (this.#loading) await this.#loading
      else if (this.#loadNext) await this.#load(this.#loadNext)
      else return over
    }
    return this.#take()
  }

  /** Once, for all who wait for it. After an error there is nothing more. */
  #load(load: Load<T>): Promise<void> {
    this.#loadNext = undefined
    this.#loading = load()
      .then(({ data, nextPage }) => {
        if (this.#left) return
        this.#items = data
        this.#at = 0
        // By offset and not by `uri`, which names a host of the server's choice.
        if (nextPage) this.#loadNext = () => this.#loadAfter(nextPage.offset)
      })
      .finally(() => {
        this.#loading = undefined
      })
    return this.#loading
  }
}
