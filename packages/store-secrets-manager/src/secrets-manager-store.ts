import {
  type CredentialKey,
  type CredentialPage,
  type CredentialRecord,
  type CredentialStore,
  type LeaseAttempt,
  type ListOptions,
  type StoredCredential,
  StoreUnavailableError,
  type Version,
  VersionConflictError,
  type WriteCondition,
} from '@x/asana-auth-core'
import { STORE } from './aws-error.ts'
import { insist } from './insist.ts'
import { LeaseChain } from './lease-chain.ts'
import { Leases } from './leases.ts'
import { listKeys } from './listing.ts'
import { RecentReads } from './recent-reads.ts'
import { Removal } from './removal.ts'
import { SecretNames } from './secret-names.ts'
import { rowOf, rowVersion } from './secret-state.ts'
import { members, recordFrom, recordText, secretsIn } from './secret-text.ts'
import { type CredentialOperation, SecretWriter } from './secret-writer.ts'
import { SecretsApi } from './secrets-api.ts'
import { CURRENT } from './stages.ts'
import { checkOptions, type SecretsManagerStoreOptions } from './store-options.ts'
import { fingerprint, UnansweredWrites } from './unanswered-writes.ts'

/** Credentials in AWS Secrets Manager: one secret each. */
export class SecretsManagerStore implements CredentialStore {
  readonly name = STORE
  readonly namespace: string
  readonly capabilities = { cas: true, lease: true, list: true }
  readonly #api: SecretsApi
  readonly #names: SecretNames
  readonly #writer: SecretWriter
  readonly #removal: Removal
  readonly #leases: Leases
  readonly #recent: RecentReads
  readonly #unanswered = new UnansweredWrites()

  /** @throws ConfigurationError `invalid_option` */
  constructor(options: SecretsManagerStoreOptions) {
    const { namespace = 'asana-auth', prefix = 'asana-auth/', now = Date.now } = options
    checkOptions(options)
    this.namespace = namespace
    this.#api = new SecretsApi({ ...options, prefix })
    this.#names = new SecretNames(prefix, namespace)
    this.#writer = new SecretWriter(this.#api)
    const chain = new LeaseChain(this.#api, now)
    this.#removal = new Removal(this.#api, this.#writer, chain, options.recoveryWindowDays)
    this.#leases = new Leases(this.#api, this.#writer, chain, this.#removal)
    this.#recent = new RecentReads(options.maxReadAgeMs ?? 0, now)
  }

  /** Versions made by this instance, of credentials and leases. AWS advises one per secret in 10 minutes for long. */
  get writes(): number {
    return this.#api.writes
  }

  async get(key: CredentialKey): Promise<StoredCredential | undefined> {
    const at = await this.#at('get', key)
    return this.#recent.through(at.name, async () => {
      const current = await this.#api.read(at, at.name, CURRENT)
      if (!current || rowOf(current.stages) !== 'there') return undefined
      return Object.freeze({ record: recordFrom(key, current.text), version: current.version })
    })
  }

  async put(key: CredentialKey, record: CredentialRecord, condition: WriteCondition = {}): Promise<Version> {
    const { ifVersion } = condition
    const { name } = await this.#at('put', key)
    const print = await fingerprint(record, ifVersion)
    const known = this.#unanswered.take(name, print)
    const write = known ?? crypto.randomUUID()
    const text = recordText(key, record, write)
    const at = { operation: 'put', key, name, secrets: secretsIn(text, record) }
    this.#recent.forget(name)
    try {
      return await insist(at, async () => {
        const state = await this.#api.describe(at, name)
        if (ifVersion !== undefined && ifVersion !== (rowVersion(state) ?? null)) {
          const ours = known && (await this.#written(at, known))
          if (ours) return ours
          throw this.#conflict('put', key)
        }
        const written = await this.#writer.replace(at, state, { text })
        if (written === 'taken' && typeof ifVersion === 'string') throw this.#conflict('put', key)
        return typeof written === 'string' ? undefined : written.version
      })
    } catch (error) {
      if (error instanceof StoreUnavailableError) this.#unanswered.keep(name, print, write)
      throw error
    } finally {
      this.#recent.forget(name)
    }
  }

  async delete(key: CredentialKey, condition: { readonly ifVersion?: Version } = {}): Promise<boolean> {
    const { ifVersion } = condition
    const at = await this.#at('delete', key)
    this.#recent.forget(at.name)
    try {
      return await insist(at, async () => {
        const state = await this.#api.describe(at, at.name)
        const version = rowVersion(state)
        if (!state || version === undefined) {
          await this.#removal.tidy(at, state)
          return false
        }
        if (ifVersion !== undefined && ifVersion !== version) throw this.#conflict('delete', key)
        const removed = await this.#removal.remove(at, state)
        if (removed === 'taken' && ifVersion !== undefined) throw this.#conflict('delete', key)
        return typeof removed === 'string' ? undefined : true
      })
    } finally {
      this.#recent.forget(at.name)
    }
  }

  list(options: ListOptions): Promise<CredentialPage> {
    return listKeys(this.#api, this.#names, options)
  }

  async acquireLease(key: CredentialKey, { ttlMs }: { readonly ttlMs: number }): Promise<LeaseAttempt> {
    const at = await this.#at('acquireLease', key)
    const attempt = await this.#leases.acquire(at, ttlMs)
    this.#recent.forget(at.name)
    return attempt
  }

  /** Does nothing: the client is the application's. */
  async close(): Promise<void> {}

  async #at(operation: string, key: CredentialKey): Promise<CredentialOperation> {
    return { operation, key, name: await this.#names.of(key) }
  }

  /** The version that the write with this mark made, if it is the current one. */
  async #written(at: CredentialOperation, write: string): Promise<Version | undefined> {
    const current = await this.#api.read(at, at.name, CURRENT)
    return current && members(current.text)['write'] === write ? current.version : undefined
  }

  #conflict(operation: string, key: CredentialKey): VersionConflictError {
    return new VersionConflictError({ store: STORE, operation, key })
  }
}
