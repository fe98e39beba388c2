import { AsanaUserCredentials } from './asana-user-credentials.ts'

/**
 * What to keep of the old credentials after a refresh: Asana's answer has neither the refresh token
 * (it stays valid) nor the user, and `workspaceGid` is the application's own.
 */
export function mergeRefreshed(old: AsanaUserCredentials, fresh: AsanaUserCredentials): AsanaUserCredentials {
  const { expiresIn: _in, expiresAt: _at, ...kept } = old
  return new AsanaUserCredentials({ ...kept, ...fresh, raw: { ...old.raw, ...fresh.raw } })
}
