import type { Realm } from '../realm.ts'
import { authenticateClient, type ClientCredentials } from './client-authentication.ts'
import { OAuthError } from './oauth-error.ts'
import { required } from './required.ts'
import type { RefreshToken } from './token.ts'
import { tokenResponse } from './token-response.ts'

/** `grant_type=refresh_token`. */
export async function redeemRefreshToken(
  realm: Realm,
  form: ReadonlyMap<string, string>,
  credentials: ClientCredentials,
): Promise<Record<string, unknown>> {
  const { vault, settings } = realm
  // Recorded: a bad refresh token is reported before a bad client.
  const token = vault.find(required(form, 'refresh_token'))
  if (token?.kind !== 'refresh' || token.grant.revoked !== undefined) throw invalidToken()
  const app = authenticateClient(realm.apps, settings, credentials)
  const { grant } = token
  if (grant.clientId !== app.clientId) throw invalidToken()
  if (token.spent) {
    // RFC 9700 section 4.14.2: one of the two holders is not the client, and there is no telling which.
    vault.revoke(grant, 'refresh_token_reused')
    throw invalidToken()
  }
  if (settings.refreshRevokesAccessToken) vault.revokeAccessTokens(grant)
  grant.refreshes += 1
  return tokenResponse(realm, grant, {
    accessToken: vault.issueAccessToken(grant, settings.accessTokenLifetimeS),
    refreshToken: successor(realm, token),
  })
}

function successor(realm: Realm, token: RefreshToken): string | undefined {
  switch (realm.settings.refresh) {
    case 'omit':
      return undefined
    case 'echo':
      return token.value
    case 'rotate':
      token.spent = true
      return realm.vault.issueRefreshToken(token.grant).value
  }
}

function invalidToken(): OAuthError {
  return new OAuthError('invalid_grant', 'The `refresh_token` provided was invalid.')
}
