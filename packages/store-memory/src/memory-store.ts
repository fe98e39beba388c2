import {
  ConfigurationError,
  type CredentialKey,
  type CredentialPage,
  type CredentialRecord,
  type CredentialStore,
  type LeaseAttempt,
  type ListOptions,
  type StoredCredential,
  type Version,
  VersionConflictError,
  type WriteCondition,
} from '@x/asana-auth-core'
import { Leases } from './leases.ts'
import { rowId } from './row-id.ts'

export interface MemoryStoreOptions {
  /** Keeps applications apart that share a key ring; default `asana-auth`. */
  readonly namespace?: string
  /** How many credentials fit; one more is refused. Default 100,000. */
  readonly maxEntries?: number
  /** Milliseconds since the epoch; default `Date.now`. */
  readonly now?: () => number
}

interface Row {
  readonly key: CredentialKey
  readonly stored: StoredCredential
}

const DEFAULT_MAX_ENTRIES = 100_000
const DEFAULT_PAGE = 100

/**
 * Credentials in the memory of one process: for tests, demos and single-process tools. They are gone
 * when it ends; the shared stores keep them.
 */
export class MemoryStore implements CredentialStore {
  readonly name = 'memory'
  readonly namespace: string
  readonly capabilities = { cas: true, lease: true, list: true }
  // Sorted by id only when listing: a Map keeps the order of insertion, which a rewrite does not change.
  readonly #rows = new Map<string, Row>()
  readonly #leases: Leases
  readonly #maxEntries: number
  #writes = 0

  constructor(options: MemoryStoreOptions = {}) {
    this.namespace = options.namespace ?? 'asana-auth'
    this.#maxEntries = options.maxEntries ?? DEFAULT_MAX_ENTRIES
    this.#leases = new Leases(options.now ?? Date.now)
  }

  async get(key: CredentialKey): Promise<StoredCredential | undefined> {
    return this.#rows.get(rowId(key))?.stored
  }

  async put(key: CredentialKey, record: CredentialRecord, condition: WriteCondition = {}): Promise<Version> {
    const id = rowId(key)
    const row = this.#rows.get(id)
    const { ifVersion } = condition
    if (ifVersion !== undefined && ifVersion !== (row?.stored.version ?? null))
      throw this.#conflict('put', key)
    // Dropping somebody's credentials to make room would disconnect a user without a word.
    if (!row && this.#rows.size >= this.#maxEntries) {
      throw new ConfigurationError(
        'invalid_option',
        `The memory store is full (${this.#maxEntries} credentials): raise maxEntries, or use a store outside the process.`,
      )
    }
    this.#writes += 1
    const version = String(this.#writes)
    this.#rows.set(id, {
      key: { ...key },
      stored: Object.freeze({ record: Object.freeze({ ...record }), version }),
    })
    return version
  }

  async delete(key: CredentialKey, condition: { readonly ifVersion?: Version } = {}): Promise<boolean> {
    const id = rowId(key)
    const row = this.#rows.get(id)
    const { ifVersion } = condition
    if (ifVersion !== undefined && row && ifVersion !== row.stored.version)
      throw this.#conflict('delete', key)
    return this.#rows.delete(id)
  }

  async list(options: ListOptions): Promise<CredentialPage> {
    const { provider, subjectPrefix = '', cursor, limit = DEFAULT_PAGE } = options
    // The cursor is the last subject that was listed: rows may come and go in between.
    const after = (subject: string) => cursor === undefined || subject > cursor
    const subjects = [...this.#rows.values()]
      .filter(
        ({ key }) => key.provider === provider && key.subject.startsWith(subjectPrefix) && after(key.subject),
      )
      .map(({ key }) => key.subject)
      .sort(byCodeUnit)
    const page = subjects.slice(0, limit)
    const last = page.at(-1)
    return {
      keys: page.map(subject => ({ provider, subject })),
      ...(last !== undefined && subjects.length > page.length && { cursor: last }),
    }
  }

  async acquireLease(key: CredentialKey, { ttlMs }: { readonly ttlMs: number }): Promise<LeaseAttempt> {
    return this.#leases.acquire(rowId(key), ttlMs)
  }

  async close(): Promise<void> {}

  #conflict(operation: string, key: CredentialKey): VersionConflictError {
    return new VersionConflictError({ store: this.name, operation, key })
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
