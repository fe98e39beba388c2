import type { CredentialKey, Lease } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'

export type Ttl = { readonly ttlMs: number }

const owners = new WeakMap<object, Map<string, Lease>>()

/** Remembers the lease that is in force, as the storage does. */
export abstract class KnowsTheOwner extends ServedStore {
  protected get owners(): Map<string, Lease> {
    const { rows } = this.server.database(this.namespace)
    const known = owners.get(rows) ?? new Map<string, Lease>()
    owners.set(rows, known)
    return known
  }

  protected nameOf(key: CredentialKey): string {
    return JSON.stringify(this.inner(key))
  }
}
