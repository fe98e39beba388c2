import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import type { CredentialKey } from '../store/credential-store.ts'
import type { AuthEvents } from './auth-events.ts'

/** What is told of a refresh token that was redeemed. */
export function refreshedEvent(
  key: CredentialKey,
  old: AsanaUserCredentials,
  { refreshToken, expiresAt }: AsanaUserCredentials,
  durationMs: number,
): AuthEvents['refreshed'] {
  const rotated = refreshToken !== old.refreshToken
  return { key, durationMs, rotated, ...(expiresAt !== undefined && { expiresAt }) }
}
