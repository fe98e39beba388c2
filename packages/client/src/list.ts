import { AsanaRequestError } from './errors/request-error.ts'
import { PageIterator } from './page-iterator.ts'

/** One page of a list. */
export interface AsanaPage<T> {
  readonly data: T[]
  /** Where the next page starts; `null` on the last. */
  readonly nextPage: { readonly offset: string; readonly path: string; readonly uri: string } | null
}

export interface ToArrayOptions {
  /** Stop there: no page is asked for that is not needed. Default: all there are. */
  readonly maxItems?: number | undefined
}

/**
 * A list that Asana returns in pages. `await` it for its first page, iterate it with `for await` for
 * all items of all pages, or take the items with `toArray()`, or the pages with `pages()`. Nothing is sent
 * before that; the first page is asked for once, however often the list is used, and the pages after it once
 * per iteration.
 */
export class AsanaList<T> implements Promise<AsanaPage<T>>, AsyncIterable<T> {
  readonly #fetchPage: (offset?: string) => Promise<AsanaPage<T>>
  #first: Promise<AsanaPage<T>> | undefined

  constructor(fetchPage: (offset?: string) => Promise<AsanaPage<T>>) {
    this.#fetchPage = fetchPage
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise, one that starts when it is asked.
  then<A = AsanaPage<T>, B = never>(
    onPage?: ((page: AsanaPage<T>) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#first ??= this.#fetchPage()
    return this.#first.then(onPage, onError)
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<AsanaPage<T> | B> {
    return this.then(null, onError)
  }

  finally(onEnd?: (() => void) | null): Promise<AsanaPage<T>> {
    return this.then().finally(onEnd)
  }

  get [Symbol.toStringTag](): string {
    return 'AsanaList'
  }

  /** Page by page, for who works with a hundred items at once. Empty pages come, too. */
  async *pages(): AsyncGenerator<AsanaPage<T>, void, undefined> {
    let page = await this.then()
    for (;;) {
      yield page
      if (!page.nextPage) return
      // By offset and not by `uri`, which names a host of the server's choice.
      page = await this.#fetchPage(page.nextPage.offset)
    }
  }

  /**
   * All items of all pages in memory. For many tens of thousands iterate instead.
   * @throws {AsanaRequestError} `invalid_option` for a `maxItems` that is not a whole number
   */
  async toArray({ maxItems = Number.POSITIVE_INFINITY }: ToArrayOptions = {}): Promise<T[]> {
    if (maxItems < 0 || !(Number.isInteger(maxItems) || maxItems === Number.POSITIVE_INFINITY)) {
      throw new AsanaRequestError('maxItems must be a whole number.', { code: 'invalid_option' })
    }
    const items: T[] = []
    if (maxItems === 0) return items
    for await (const { data } of this.pages()) {
      for (const item of data) if (items.push(item) === maxItems) return items
    }
    return items
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<T, void, undefined> {
    return new PageIterator(() => this.then(), this.#fetchPage)
  }
}
