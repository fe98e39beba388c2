import { PageIterator } from './page-iterator.ts'

/** One page of a list. */
export interface AsanaPage<T> {
  readonly data: T[]
  /** Where the next page starts; `null` on the last. */
  readonly nextPage: { readonly offset: string; readonly path: string; readonly uri: string } | null
}

/**
 * A list that Asana returns in pages. `await` it for its first page, or iterate it with `for await` for
 * all items of all pages. Nothing is sent before that; the first page is asked for once, however often
 * the list is used, and the pages after it once per iteration.
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

  [Symbol.asyncIterator](): AsyncIterableIterator<T, void, undefined> {
    return new PageIterator(() => this.then(), this.#fetchPage)
  }
}
