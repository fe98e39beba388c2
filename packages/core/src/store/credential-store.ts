/**
 * Whose credential: one provider, one subject (the application's own id of its user or tenant). Both may
 * contain any separator and any Unicode but NUL; together they are the key, byte for byte.
 */
export interface CredentialKey {
  readonly provider: string
  readonly subject: string
}

/**
 * Opaque; another one after every write of the row, and never one that the row had before, not even
 * after it was deleted and written anew.
 */
export type Version = string

export type CredentialStatus = 'active' | 'reauthorization_required'

/** What a store keeps. Stores never look into `payload`. */
export interface CredentialRecord {
  /** The credentials, sealed or as JSON: an opaque string to the store. */
  readonly payload: string
  readonly status: CredentialStatus
  /** When the access token expires: whole milliseconds since the epoch. Absent when unknown. */
  readonly expiresAt?: number
  /** When the credentials last changed: whole milliseconds since the epoch. */
  readonly updatedAt: number
}

export interface StoredCredential {
  readonly record: CredentialRecord
  readonly version: Version
}

export interface WriteCondition {
  /** Write only over this version; `null`: only if nothing is there. Absent: whatever is there. */
  readonly ifVersion?: Version | null
}

export interface ListOptions {
  readonly provider: string
  /** Taken literally. */
  readonly subjectPrefix?: string | undefined
  /** From an earlier page, of any instance in any process. */
  readonly cursor?: string | undefined
  /** At most so many keys, at least 1; a page may be shorter, even empty, while `cursor` is set. */
  readonly limit?: number | undefined
}

export interface CredentialPage {
  readonly keys: readonly CredentialKey[]
  /** Set while there may be more. */
  readonly cursor?: string
}

/**
 * A lock that ends by itself. Only the owner's calls have an effect. Both reject with
 * `StoreUnavailableError` when the storage cannot be reached.
 */
export interface Lease {
  /** Lengthens it to `ttlMs` from now; false when it was lost (expired, released, or another holds it). */
  renew(ttlMs: number): Promise<boolean>
  /** Gives it back; no effect when it was lost. */
  release(): Promise<void>
}

export type LeaseAttempt =
  | { readonly status: 'acquired'; readonly lease: Lease }
  | { readonly status: 'held' }

/** What a store can do. What it cannot, throws `ConfigurationError` when it is needed. */
export interface StoreCapabilities {
  /** `put` and `delete` honour `ifVersion`. */
  readonly cas: boolean
  /** `acquireLease` works across all that share the storage. */
  readonly lease: boolean
  readonly list: boolean
}

/**
 * Where credentials live. Every method rejects with `StoreUnavailableError` when the storage cannot
 * be reached, so that an outage is never taken for a missing user. Implementations pass the suite of
 * `@x/asana-auth-store-conformance`.
 */
export interface CredentialStore {
  /** For messages: `memory`, `redis`, … */
  readonly name: string
  /** Keeps applications apart that share a storage; part of what a sealed payload is bound to. */
  readonly namespace: string
  readonly capabilities: StoreCapabilities

  /** The row, or undefined when there is none. Reads what was last written by any process. */
  get(key: CredentialKey): Promise<StoredCredential | undefined>

  /**
   * Writes the row and returns the version of this very write. A condition that fails:
   * `VersionConflictError`, nothing changed. A payload of 60 kB fits; one over the store's limit is
   * refused with `ConfigurationError` `payload_too_large` before anything is written.
   */
  put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition): Promise<Version>

  /**
   * True when a row was deleted, false when there was none, whatever the condition. Another version:
   * `VersionConflictError`, nothing changed. A lease on the key is left alone.
   */
  delete(key: CredentialKey, condition?: { readonly ifVersion?: Version }): Promise<boolean>

  /** Keys in an order of the store's own; each that is there throughout the listing comes at least once. */
  list(options: ListOptions): Promise<CredentialPage>

  /**
   * Exclusive among all processes and also towards the one that holds it; the row need not exist, and
   * no version changes. Ends by itself after `ttlMs`.
   */
  acquireLease(key: CredentialKey, options: { readonly ttlMs: number }): Promise<LeaseAttempt>

  /** Ends what the store itself opened; a client that was handed in stays open. May be called twice. */
  close(): Promise<void>
}
