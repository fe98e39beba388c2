import {
  type CredentialKey,
  type CredentialPage,
  type CredentialRecord,
  type CredentialStore,
  type Lease,
  type LeaseAttempt,
  type ListOptions,
  type OneTimeStore,
  type StoreCapabilities,
  type StoredCredential,
  type Version,
  VersionConflictError,
  type WriteCondition,
} from '@x/asana-auth-core'
import type { MemoryStore } from '@x/asana-auth-store-memory'
import type { MemoryServer } from './memory-server.ts'

/** A MemoryStore whose instances share their data, as those on one server do. It passes the whole suite. */
export class ServedStore implements CredentialStore {
  readonly name: string = 'served'
  readonly namespace: string
  readonly capabilities: StoreCapabilities = { cas: true, lease: true, list: true }
  protected readonly server: MemoryServer

  constructor(server: MemoryServer, namespace: string) {
    this.server = server
    this.namespace = namespace
  }

  protected get rows(): MemoryStore {
    return this.server.database(this.namespace).rows
  }

  /** The key in the storage that all namespaces share. */
  protected inner({ provider, subject }: CredentialKey): CredentialKey {
    return { provider: JSON.stringify([this.namespace, provider]), subject }
  }

  async get(key: CredentialKey): Promise<StoredCredential | undefined> {
    this.server.check('get')
    return this.rows.get(this.inner(key))
  }

  async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition): Promise<Version> {
    this.server.check('put')
    return this.rows.put(this.inner(key), record, condition).catch(error => this.#translate(error, key))
  }

  async delete(key: CredentialKey, condition?: { readonly ifVersion?: Version }): Promise<boolean> {
    this.server.check('delete')
    return this.rows.delete(this.inner(key), condition).catch(error => this.#translate(error, key))
  }

  async list(options: ListOptions): Promise<CredentialPage> {
    this.server.check('list')
    const { provider } = this.inner({ provider: options.provider, subject: '' })
    const { keys, cursor } = await this.rows.list({ ...options, provider })
    return {
      keys: keys.map(({ subject }) => ({ provider: options.provider, subject })),
      ...(cursor !== undefined && { cursor }),
    }
  }

  async acquireLease(key: CredentialKey, options: { readonly ttlMs: number }): Promise<LeaseAttempt> {
    this.server.check('acquireLease')
    const attempt = await this.rows.acquireLease(this.inner(key), options)
    return attempt.status === 'acquired'
      ? { status: 'acquired', lease: this.#checked(attempt.lease) }
      : attempt
  }

  async close(): Promise<void> {}

  #checked(lease: Lease): Lease {
    return {
      renew: async ttlMs => {
        this.server.check('renew')
        return lease.renew(ttlMs)
      },
      release: async () => {
        this.server.check('release')
        await lease.release()
      },
    }
  }

  #translate(error: unknown, key: CredentialKey): never {
    if (!(error instanceof VersionConflictError)) throw error
    throw new VersionConflictError({ store: this.name, operation: error.context.operation, key })
  }
}

/** The same for one-time values. */
export class ServedOneTimeStore implements OneTimeStore {
  protected readonly server: MemoryServer
  protected readonly namespace: string

  constructor(server: MemoryServer, namespace: string) {
    this.server = server
    this.namespace = namespace
  }

  protected inner(key: string): string {
    return JSON.stringify([this.namespace, key])
  }

  async put(key: string, value: string, ttlMs: number): Promise<void> {
    this.server.check('put')
    await this.server.database(this.namespace).values.put(this.inner(key), value, ttlMs)
  }

  async take(key: string): Promise<string | undefined> {
    this.server.check('take')
    return this.server.database(this.namespace).values.take(this.inner(key))
  }
}
