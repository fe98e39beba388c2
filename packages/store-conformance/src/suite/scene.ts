import type { SuiteSettings } from './suite-options.ts'

/** Makes a store on the backend under test; every call another instance. */
export type CreateStore<Store> = (options: { readonly namespace: string }) => Promise<Store> | Store

/** One case's view of the backend: a namespace that nobody used before, and the stores it opened there. */
export class Scene<Store extends object> {
  /** Unique, so that neither an earlier run nor another case on the same server is seen. */
  readonly namespace = `conformance-${crypto.randomUUID()}`
  readonly #createStore: CreateStore<Store>
  readonly #settings: SuiteSettings
  readonly #opened: Store[] = []

  constructor(createStore: CreateStore<Store>, settings: SuiteSettings) {
    this.#createStore = createStore
    this.#settings = settings
  }

  /** A store in this case's namespace, or in another one. */
  async open(namespace = this.namespace): Promise<Store> {
    const store = await this.#createStore({ namespace })
    this.#opened.push(store)
    return store
  }

  /** Two instances on one backend; where instances do not share, the same one twice. */
  async openPair(): Promise<readonly [Store, Store]> {
    const store = await this.open()
    return [store, this.#settings.shared ? await this.open() : store]
  }

  /** Lets so many milliseconds pass. */
  async pass(ms: number): Promise<void> {
    await this.#settings.sleep(Math.ceil(ms))
  }

  async close(): Promise<void> {
    for (const store of this.#opened) {
      if ('close' in store && typeof store.close === 'function') await store.close()
    }
  }
}
