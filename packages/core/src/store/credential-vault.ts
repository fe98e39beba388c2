import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import type { CredentialCodec, OpenedCredentials } from '../encryption/credential-codec.ts'
import type { Clock } from '../runtime.ts'
import type { CredentialKey, CredentialStatus, Version, WriteCondition } from './credential-store.ts'
import type { GuardedStore } from './guarded-store.ts'

/** A stored credential, opened. */
export interface VaultEntry extends OpenedCredentials {
  readonly version: Version
  readonly status: CredentialStatus
  readonly updatedAt: number
}

/** The store and the codec as one: credentials go in and come out. */
export class CredentialVault {
  readonly #store: GuardedStore
  readonly #codec: CredentialCodec
  readonly #clock: Clock

  constructor(store: GuardedStore, codec: CredentialCodec, clock: Clock) {
    this.#store = store
    this.#codec = codec
    this.#clock = clock
  }

  get store(): GuardedStore {
    return this.#store
  }

  /** What `write` and `rewrite` seal with; undefined: nothing. */
  get primaryKeyId(): string | undefined {
    return this.#codec.primaryKeyId
  }

  /** @throws StoreUnavailableError, DecryptionError */
  async read(key: CredentialKey): Promise<VaultEntry | undefined> {
    const stored = await this.#store.get(key)
    if (!stored) return undefined
    const { record, version } = stored
    const opening = this.#codec.decode(this.#store.namespace, key, record)
    const { credentials, keyId, outdated } = opening instanceof Promise ? await opening : opening
    // Written out: every read comes through here, and a spread costs more than all of this.
    return { credentials, keyId, outdated, version, status: record.status, updatedAt: record.updatedAt }
  }

  /** @throws StoreUnavailableError, VersionConflictError */
  async write(
    key: CredentialKey,
    credentials: AsanaUserCredentials,
    condition?: WriteCondition,
  ): Promise<Version> {
    return this.#put(key, credentials, { status: 'active', updatedAt: this.#clock.now() }, condition)
  }

  /** The same credentials under the first key, or with another status, when the row is still that version. */
  async rewrite(
    key: CredentialKey,
    entry: VaultEntry,
    status: CredentialStatus = entry.status,
  ): Promise<Version> {
    return this.#put(
      key,
      entry.credentials,
      { status, updatedAt: entry.updatedAt },
      { ifVersion: entry.version },
    )
  }

  async #put(
    key: CredentialKey,
    credentials: AsanaUserCredentials,
    meta: { readonly status: CredentialStatus; readonly updatedAt: number },
    condition: WriteCondition | undefined,
  ): Promise<Version> {
    const record = await this.#codec.encode(this.#store.namespace, key, credentials, meta)
    return this.#store.put(key, record, condition)
  }
}
