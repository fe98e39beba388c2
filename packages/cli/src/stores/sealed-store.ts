import {
  type AsanaUserCredentials,
  CredentialCodec,
  type CredentialKey,
  type CredentialStatus,
  type CredentialStore,
  type EncryptionOptions,
  type Version,
} from '@x/asana-auth-core'

/** A credential as it is kept: with what AuthManager keeps beside the tokens. */
export interface KeptCredential {
  readonly credentials: AsanaUserCredentials
  readonly status: CredentialStatus
  /** Milliseconds since the epoch. */
  readonly updatedAt: number
}

/** A store and its keys: credentials go in and come out whole, status and time included, under a condition. */
export class SealedStore {
  readonly store: CredentialStore
  readonly #codec: CredentialCodec

  /** @throws ConfigurationError `invalid_encryption_key` */
  constructor(store: CredentialStore, encryption: EncryptionOptions | undefined) {
    this.store = store
    this.#codec = new CredentialCodec(encryption)
  }

  /** @throws StoreUnavailableError, DecryptionError */
  async read(key: CredentialKey): Promise<(KeptCredential & { readonly version: Version }) | undefined> {
    const stored = await this.store.get(key)
    if (!stored) return undefined
    const { record, version } = stored
    const { credentials } = await this.#codec.decode(this.store.namespace, key, record)
    return { credentials, version, status: record.status, updatedAt: record.updatedAt }
  }

  /**
   * Writes over that version and nothing else; `null`: only where nothing is.
   * @throws StoreUnavailableError, VersionConflictError
   */
  async write(key: CredentialKey, kept: KeptCredential, ifVersion: Version | null): Promise<void> {
    const { credentials, status, updatedAt } = kept
    const record = await this.#codec.encode(this.store.namespace, key, credentials, { status, updatedAt })
    await this.store.put(key, record, { ifVersion })
  }
}
