import type { CredentialStore, OneTimeStore } from '@x/asana-auth-core'
import type { CreateStore } from '@x/asana-auth-store-conformance'

interface Options {
  readonly client: unknown
  readonly namespace: string
}

/** The client of the reader's server, and the stores on it. */
export declare const client: unknown
export declare const MyStore: new (options: Options) => CredentialStore
export declare const MyOneTimeStore: new (options: Options) => OneTimeStore
export declare const createStore: CreateStore<CredentialStore>
export { MemoryStore } from '@x/asana-auth-store-memory'
