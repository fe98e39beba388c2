import { StoreUnavailableError } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import type { Outage } from '../src/index.ts'

/** Plays the server that several stores talk to: data in common, a clock, and it can go down. */
export class MemoryServer {
  #ahead = 0
  readonly #clock: () => number
  down = false
  readonly #databases = new Map<string, { readonly rows: MemoryStore; readonly values: MemoryOneTimeStore }>()

  /** Without a clock, only `sleep` lets time pass. */
  constructor(clock = () => 1_790_000_000_000) {
    this.#clock = clock
  }

  get now(): number {
    return this.#clock() + this.#ahead
  }

  /** One for each case of the suite, so that a store that mixes namespaces up does not break all cases. */
  database(namespace: string): { readonly rows: MemoryStore; readonly values: MemoryOneTimeStore } {
    const ofCase = namespace.slice(0, 'conformance-'.length + crypto.randomUUID().length)
    const now = () => this.now
    const database = this.#databases.get(ofCase) ?? {
      rows: new MemoryStore({ now }),
      values: new MemoryOneTimeStore({ now }),
    }
    this.#databases.set(ofCase, database)
    return database
  }

  check(operation: string): void {
    if (this.down) throw new StoreUnavailableError({ store: 'served', operation }, 'it is down.')
  }

  readonly sleep = (ms: number): void => {
    this.#ahead += ms
  }

  readonly outage: Outage = {
    stop: async () => {
      this.down = true
    },
    start: async () => {
      this.down = false
    },
    keepsData: true,
  }
}
