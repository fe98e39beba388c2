import {
  type CredentialKey,
  type CredentialPage,
  type CredentialRecord,
  type CredentialStore,
  type Lease,
  type LeaseAttempt,
  type ListOptions,
  type StoredCredential,
  type Version,
  VersionConflictError,
  type WriteCondition,
} from '@x/asana-auth-core'
import type { RedisClient } from './redis-client.ts'
import { RedisCommands } from './redis-commands.ts'
import { RedisKeys } from './redis-keys.ts'
import { DELETE_VERSION, INDEX, PUT, RELEASE, RENEW } from './scripts.ts'
import { fromText, toText } from './stored-text.ts'
import { SubjectIndex } from './subject-index.ts'

export interface RedisStoreOptions {
  /** An `ioredis` client, `Redis` or `Cluster`. The store never ends it. */
  readonly client: RedisClient
  /** In front of every key; default `asana-auth`. */
  readonly namespace?: string
}

/** Credentials in Redis 7 or Valkey, alone or in a cluster: one string each. */
export class RedisStore implements CredentialStore {
  readonly name = 'redis'
  readonly namespace: string
  readonly capabilities = { cas: true, lease: true, list: true }
  readonly #redis: RedisCommands
  readonly #keys: RedisKeys
  readonly #index: SubjectIndex

  constructor(options: RedisStoreOptions) {
    this.namespace = options.namespace ?? 'asana-auth'
    this.#redis = new RedisCommands(options.client)
    this.#keys = new RedisKeys(this.namespace)
    this.#index = new SubjectIndex(this.#redis, this.#keys)
  }

  get(key: CredentialKey): Promise<StoredCredential | undefined> {
    const at = { operation: 'get', key }
    return this.#redis.get(at, this.#keys.credential(key), text => fromText(key, text))
  }

  async put(key: CredentialKey, record: CredentialRecord, condition: WriteCondition = {}): Promise<Version> {
    const at = { operation: 'put', key }
    const { ifVersion } = condition
    const expected = ifVersion === undefined ? '*' : ifVersion === null ? '-' : `=${ifVersion}`
    const version = crypto.randomUUID()
    const { provider, subject } = key
    const [, written] = await Promise.all([
      // First, lest a connection that breaks in between leaves a credential that no listing finds. Every write, so
      // that an entry that was lost comes back; listing drops what is too much.
      this.#redis.run(at, INDEX, [this.#keys.index(provider), this.#keys.missing(provider)], subject),
      this.#redis.run(at, PUT, [this.#keys.credential(key)], expected, toText(version, record)),
    ])
    if (written === 0) throw this.#conflict(at)
    return version
  }

  async delete(key: CredentialKey, condition: { readonly ifVersion?: Version } = {}): Promise<boolean> {
    const at = { operation: 'delete', key }
    const credential = this.#keys.credential(key)
    // The index is left alone: taking the entry out could undo a put that comes between.
    const { ifVersion } = condition
    const deleted =
      ifVersion === undefined
        ? Number(await this.#redis.call(at, 'del', credential))
        : await this.#redis.run(at, DELETE_VERSION, [credential], ifVersion)
    if (deleted < 0) throw this.#conflict(at)
    return deleted > 0
  }

  list(options: ListOptions): Promise<CredentialPage> {
    return this.#index.list(options)
  }

  async acquireLease(key: CredentialKey, { ttlMs }: { readonly ttlMs: number }): Promise<LeaseAttempt> {
    const name = this.#keys.lease(key)
    const owner = crypto.randomUUID()
    const holder = await this.#redis.call(
      { operation: 'acquireLease', key },
      'set',
      name,
      owner,
      'NX',
      'GET',
      'PX',
      lifetime(ttlMs),
    )
    // We are the holder where the answer was lost with its connection, and the client sent it again.
    if (holder !== null && holder !== owner) return { status: 'held' }
    return { status: 'acquired', lease: this.#lease(key, name, owner) }
  }

  /** Does nothing: the client is the application's. */
  async close(): Promise<void> {}

  #lease(key: CredentialKey, name: string, owner: string): Lease {
    return {
      renew: async ttlMs =>
        (await this.#redis.run({ operation: 'renewLease', key }, RENEW, [name], owner, lifetime(ttlMs))) ===
        1,
      release: async () =>
        void (await this.#redis.run({ operation: 'releaseLease', key }, RELEASE, [name], owner)),
    }
  }

  #conflict(at: { readonly operation: string; readonly key: CredentialKey }): VersionConflictError {
    return new VersionConflictError({ store: this.name, ...at })
  }
}

/** Redis takes whole milliseconds, and at least one. */
function lifetime(ttlMs: number): number {
  return Math.max(Math.ceil(ttlMs), 1)
}
