import type { CredentialStore, OneTimeStore } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'

/** Where credentials live, and the values that work once. */
export interface Stores {
  readonly store: CredentialStore
  readonly oneTimeStore: OneTimeStore
}

/** By CREDENTIAL_STORE. The rest of the app knows the interface only, so this is all there is to change. */
const stores: Readonly<Record<string, () => Stores>> = {
  memory: () => ({ store: new MemoryStore(), oneTimeStore: new MemoryOneTimeStore() }),
  redis: () => notYet('redis', '@x/asana-auth-store-redis'),
  postgres: () => notYet('postgres', '@x/asana-auth-store-postgres'),
  'secrets-manager': () => notYet('secrets-manager', '@x/asana-auth-store-secrets-manager'),
}

export function createStores(name: string): Stores {
  const create = Object.hasOwn(stores, name) ? stores[name] : undefined
  if (create) return create()
  throw new Error(
    `CREDENTIAL_STORE is ${JSON.stringify(name)}: choose one of ${Object.keys(stores).join(', ')}.`,
  )
}

function notYet(name: string, packageName: string): never {
  throw new Error(
    `CREDENTIAL_STORE=${name} needs the package ${packageName}, which is not part of this release yet. Use CREDENTIAL_STORE=memory: it keeps connections until the process ends.`,
  )
}
