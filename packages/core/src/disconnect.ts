import type { AsanaUserCredentials } from './credentials/asana-user-credentials.ts'
import { VersionConflictError } from './errors/store-errors.ts'
import type { OAuth2Flow } from './oauth2/oauth2-flow.ts'
import type { CredentialKey } from './store/credential-store.ts'
import type { CredentialVault, VaultEntry } from './store/credential-vault.ts'
import type { StoredTokens } from './tokens/stored-tokens.ts'
import type { PendingWrite } from './tokens/token-row.ts'

/** What `disconnect` did. */
export interface DisconnectResult {
  /** Asana no longer accepts the grant. */
  readonly revoked: boolean
  /** Something was stored, and is gone. */
  readonly deleted: boolean
  /** Why the grant could not be revoked; the user can do it in Asana's settings. */
  readonly revocationError?: Error
}

export interface DisconnectSettings {
  readonly vault: CredentialVault
  readonly tokens: Pick<StoredTokens, 'unwritten'>
  readonly flow: Pick<OAuth2Flow, 'revoke'>
}

/** A row that changes with every attempt has somebody who keeps connecting it. */
const MAX_ATTEMPTS = 3

/**
 * Revokes what is stored and deletes just that: a login that is stored while Asana is asked would otherwise be
 * deleted with its grant alive.
 * @throws StoreUnavailableError, VersionConflictError
 */
export async function revokeAndDelete(
  key: CredentialKey,
  { vault, tokens, flow }: DisconnectSettings,
): Promise<DisconnectResult> {
  /** By refresh token: why it is not revoked, or that it is. */
  const grants = new Map<string, Error | 'revoked'>()
  for (let attempt = 1; ; attempt++) {
    const entry = await vault.read(key).catch((error: Error) => error)
    // What does not open, or could not be read, goes all the same: the user asked for it.
    if (entry instanceof Error)
      return { revoked: false, deleted: await vault.store.delete(key), revocationError: entry }
    const credentials = newest(entry, tokens.unwritten(key))
    const { refreshToken } = credentials ?? {}
    if (credentials && refreshToken !== undefined && grants.get(refreshToken) !== 'revoked') {
      const revocation = flow.revoke({ credentials }).then(() => 'revoked' as const)
      grants.set(refreshToken, await revocation.catch((error: Error) => error))
    }
    try {
      const deleted = entry ? await vault.store.delete(key, condition(vault, entry)) : false
      return { ...summary([...grants.values()]), deleted }
    } catch (error) {
      if (!(error instanceof VersionConflictError) || attempt === MAX_ATTEMPTS) throw error
    }
  }
}

/** What the store has not taken yet outranks what it was made from, and nothing else. */
function newest(
  entry: VaultEntry | undefined,
  unwritten: PendingWrite | undefined,
): AsanaUserCredentials | undefined {
  if (!entry || entry.credentials.refreshToken === unwritten?.base.refreshToken) {
    return unwritten?.refreshed ?? entry?.credentials
  }
  return entry.credentials
}

function condition({ store }: CredentialVault, { version }: VaultEntry) {
  return store.capabilities.cas ? { ifVersion: version } : undefined
}

function summary(grants: readonly (Error | 'revoked')[]): Omit<DisconnectResult, 'deleted'> {
  const revocationError = grants.find(grant => grant instanceof Error)
  return revocationError ? { revoked: false, revocationError } : { revoked: grants.length > 0 }
}
