import type { AsanaIdentity } from './credentials/asana-user-credentials.ts'
import type { VaultEntry } from './store/credential-vault.ts'

/** How a subject's connection is. Times are milliseconds since the epoch. */
export type ConnectionStatus =
  | { readonly state: 'not_connected' }
  | {
      /**
       * `reauthorization_required`: the user has to connect again. Asana no longer accepts the grant, or the
       * access token is over and there is no refresh token.
       */
      readonly state: 'connected' | 'reauthorization_required'
      /** When the access token ends. It is refreshed before. */
      readonly expiresAt?: number
      /** When the access token was received: the connection or the last refresh. */
      readonly issuedAt?: number
      /** When the stored credentials last changed. */
      readonly updatedAt: number
      readonly refreshable: boolean
      /** As granted, when Asana said so. */
      readonly scope?: readonly string[]
      readonly workspaceGid?: string
      /** The Asana user behind the connection. */
      readonly identity?: AsanaIdentity
      /** The id of the key it is sealed with; absent when it is stored in plain. */
      readonly sealedWith?: string
    }

/** @param now milliseconds since the epoch */
export function connectionStatus(entry: VaultEntry | undefined, now: number): ConnectionStatus {
  if (!entry) return { state: 'not_connected' }
  const { credentials, status, updatedAt, keyId } = entry
  const { expiresAt, issuedAt, scope, workspaceGid, identity } = credentials
  const refreshable = credentials.refreshToken !== undefined
  const isOver = !refreshable && expiresAt !== undefined && expiresAt <= now
  return {
    state: status === 'active' && !isOver ? 'connected' : 'reauthorization_required',
    updatedAt,
    refreshable,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(issuedAt !== undefined && { issuedAt }),
    ...(scope && { scope }),
    ...(workspaceGid !== undefined && { workspaceGid }),
    ...(identity && { identity }),
    ...(keyId !== undefined && { sealedWith: keyId }),
  }
}
