import type { CredentialKey, ListOptions } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'

/** All keys, for stores that page in their own way. */
export abstract class ListsInItsOwnWay extends ServedStore {
  protected async all(options: ListOptions): Promise<readonly CredentialKey[]> {
    const { keys } = await super.list({ ...options, cursor: '', limit: 1_000_000 })
    return keys
  }
}
