import type { Realm } from '../realm.ts'
import { authenticateClient, type ClientCredentials } from './client-authentication.ts'
import type { AuthorizationCode } from './code-desk.ts'
import { OAuthError } from './oauth-error.ts'
import { verifierMatches } from './pkce.ts'
import { required } from './required.ts'
import { tokenResponse } from './token-response.ts'

/** `grant_type=authorization_code`. A failed attempt does not use the code up; a success does, for good. */
export async function exchangeCode(
  realm: Realm,
  form: ReadonlyMap<string, string>,
  credentials: ClientCredentials,
): Promise<Record<string, unknown>> {
  const { vault, settings } = realm
  // The code comes before the client, as the refresh token does in the recording.
  const code = realm.codes.find(required(form, 'code'))
  if (code === undefined) throw invalidCode()
  const app = authenticateClient(realm.apps, settings, credentials, {
    usedPkce: code.codeChallenge !== undefined && form.has('code_verifier'),
  })
  if (code.clientId !== app.clientId) throw invalidCode()
  if (code.grant !== undefined) {
    // RFC 6749 section 4.1.2: a code used twice has leaked, and so have the tokens issued for it.
    vault.revoke(code.grant, 'code_replayed')
    throw invalidCode()
  }
  if (required(form, 'redirect_uri') !== code.redirectUri) {
    throw new OAuthError(
      'invalid_grant',
      'The `redirect_uri` provided does not match the one the code was issued for.',
    )
  }
  verifyPkce(code, form.get('code_verifier'))

  const grant = vault.openGrant(code.userGid, app.clientId, code.scope)
  code.grant = grant
  return tokenResponse(realm, grant, {
    accessToken: vault.issueAccessToken(grant, settings.accessTokenLifetimeS),
    refreshToken: vault.issueRefreshToken(grant).value,
    exchange: { nonce: code.nonce },
  })
}

function verifyPkce(code: AuthorizationCode, verifier: string | undefined): void {
  const challenge = code.codeChallenge
  if (challenge === undefined && verifier === undefined) return
  // A verifier without a challenge is the PKCE downgrade of RFC 9700 section 2.1.1.
  if (challenge !== undefined && verifier !== undefined && verifierMatches(challenge, verifier)) return
  throw new OAuthError('invalid_grant', 'The `code_verifier` provided was invalid.')
}

function invalidCode(): OAuthError {
  return new OAuthError('invalid_grant', 'The `code` provided was invalid.')
}
