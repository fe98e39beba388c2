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
import { replaceRow } from './credential-row.ts'
import { insist } from './insist.ts'
import { tryLease } from './leases.ts'
import { listKeys } from './listing.ts'
import { RecentMap } from './recent-map.ts'
import { RecentReads } from './recent-reads.ts'
import { removeRow, tidy } from './removal.ts'
import { secretName } from './secret-names.ts'
import { SecretRequests } from './secret-requests.ts'
import { rowOf, rowVersion } from './secret-state.ts'
import { members, recordFrom, recordText } from './secret-text.ts'
import { sha256 } from './sha256.ts'
import { CURRENT, STORE } from './stages.ts'
import { type SecretsManagerStoreOptions, type StoreSettings, storeSettings } from './store-options.ts'

/** Credentials in AWS Secrets Manager: one secret each. */
export class SecretsManagerStore implements CredentialStore {
  readonly name = STORE
  readonly namespace: string
  readonly capabilities = { cas: true, lease: true, list: true }
  readonly #settings: StoreSettings
  readonly #recent: RecentReads
  /**
   * The marks of writes that AWS may have done although no answer came, by the write's fingerprint, which
   * keeps the payload out of memory. When the same write is tried again, it keeps its mark, by which it is
   * recognised: its own first attempt is no conflict.
   */
  readonly #unanswered = new RecentMap<string>(1000)

  /** @throws ConfigurationError `invalid_option` */
  constructor(options: SecretsManagerStoreOptions) {
    this.#settings = storeSettings(options)
    this.namespace = this.#settings.namespace
    this.#recent = new RecentReads(this.#settings)
  }

  /** Versions made by this instance, of credentials and leases. AWS advises one per secret in 10 minutes for long. */
  get writes(): number {
    return this.#settings.writes
  }

  async get(key: CredentialKey): Promise<StoredCredential | undefined> {
    const secret = await this.#secret('get', key)
    return this.#recent.through(secret.name, async () => {
      const current = await secret.read(CURRENT)
      if (!current || rowOf(current.stages) !== 'there') return undefined
      return Object.freeze({ record: recordFrom(secret.at, current.text), version: current.version })
    })
  }

  async put(key: CredentialKey, record: CredentialRecord, condition: WriteCondition = {}): Promise<Version> {
    const { ifVersion } = condition
    const fingerprint = await sha256(JSON.stringify({ ...record, ...key, ifVersion }))
    const known = this.#unanswered.get(fingerprint)
    // To one caller only.
    this.#unanswered.delete(fingerprint)
    const write = known ?? crypto.randomUUID()
    const secret = await this.#secret('put', key)
    const text = recordText(secret.at, record, write)
    secret.hide(text, record.payload, JSON.stringify(record.payload).slice(1, -1))
    try {
      return await this.#change(secret, async () => {
        const state = await secret.describe()
        if (ifVersion !== undefined && ifVersion !== (rowVersion(state) ?? null)) {
          const current = known && (await secret.read(CURRENT))
          if (current && members(current.text)['write'] === known) return current.version
          throw new VersionConflictError(secret.at)
        }
        const { version, taken } = await replaceRow(secret, state, text)
        if (taken && ifVersion) throw new VersionConflictError(secret.at)
        return version
      })
    } catch (error) {
      if (error instanceof StoreUnavailableError) this.#unanswered.set(fingerprint, write)
      throw error
    }
  }

  async delete(key: CredentialKey, condition: { readonly ifVersion?: Version } = {}): Promise<boolean> {
    const { ifVersion } = condition
    const secret = await this.#secret('delete', key)
    return this.#change(secret, async () => {
      const state = await secret.describe()
      const seen = rowVersion(state)
      if (!state || !seen) {
        await tidy(secret, state)
        return false
      }
      if (ifVersion !== undefined && ifVersion !== seen) throw new VersionConflictError(secret.at)
      const { version, taken } = await removeRow(secret, state)
      if (taken && ifVersion) throw new VersionConflictError(secret.at)
      return version ? true : undefined
    })
  }

  list(options: ListOptions): Promise<CredentialPage> {
    return listKeys(this.#settings, options)
  }

  async acquireLease(key: CredentialKey, { ttlMs }: { readonly ttlMs: number }): Promise<LeaseAttempt> {
    const secret = await this.#secret('acquireLease', key)
    return this.#change(secret, () => tryLease(secret, ttlMs))
  }

  /** Does nothing: the client is the application's. */
  async close(): Promise<void> {}

  async #secret(operation: string, key: CredentialKey): Promise<SecretRequests> {
    const name = await secretName(this.#settings, key)
    return new SecretRequests(this.#settings, { store: STORE, operation, key }, name)
  }

  async #change<T>(secret: SecretRequests, attempt: () => Promise<T | undefined>): Promise<T> {
    this.#recent.forget(secret.name)
    try {
      return await insist(secret.at, attempt)
    } finally {
      this.#recent.forget(secret.name)
    }
  }
}
