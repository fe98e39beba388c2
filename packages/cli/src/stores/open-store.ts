import type { CredentialStore } from '@x/asana-auth-core'
import { openPostgres } from './postgres.ts'
import { openRedis } from './redis.ts'
import { openSecretsManager } from './secrets-manager.ts'
import type { StoreKind, StoreSettings } from './store-settings.ts'

/** A store on a client of its own. */
export interface OpenStore {
  readonly store: CredentialStore
  /** Names the storage without its password, to tell whether two stores are the same one. */
  readonly place: string
  /** Ends the client. */
  close(): Promise<void>
}

const openers: Readonly<Record<StoreKind, (settings: StoreSettings) => Promise<OpenStore>>> = {
  redis: openRedis,
  postgres: openPostgres,
  'secrets-manager': openSecretsManager,
}

/** @throws UsageError when its address or its driver is missing */
export function openStore(settings: StoreSettings): Promise<OpenStore> {
  return openers[settings.kind](settings)
}
