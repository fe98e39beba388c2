import type { CredentialStore, OneTimeStore } from '@x/asana-auth-core'
import type { CredentialStoreOptions, SuiteOptions } from '../../src/index.ts'
import type { MemoryServer } from '../memory-server.ts'

/** A store with one flaw, and the concerns of the suite that must find it, no other. */
export interface BrokenStore {
  readonly flaw: string
  readonly store: new (server: MemoryServer, namespace: string) => CredentialStore
  readonly foundBy: readonly string[]
  readonly options?: CredentialStoreOptions
}

/** As `BrokenStore`, for one-time values. */
export interface BrokenOneTimeStore {
  readonly flaw: string
  readonly store: new (server: MemoryServer, namespace: string) => OneTimeStore
  readonly foundBy: readonly string[]
  readonly options?: SuiteOptions
}
