import { createIdToken } from '../openid/id-token.ts'
import type { Realm } from '../realm.ts'
import type { Grant } from './grant.ts'
import type { AccessToken } from './token.ts'

/** What of a successful token response is decided by the grant type. */
interface TokenResponseParts {
  readonly accessToken: AccessToken
  readonly refreshToken: string | undefined
  /** Given where a code was exchanged: then an id_token may be due. */
  readonly exchange?: { readonly nonce: string | undefined }
}

/** Asana's success JSON: RFC 6749 section 5.1 plus `data`, with a lower-case token type. */
export async function tokenResponse(
  realm: Realm,
  grant: Grant,
  parts: TokenResponseParts,
): Promise<Record<string, unknown>> {
  const { accessToken, refreshToken, exchange } = parts
  const user = realm.world.get('user', grant.userGid)
  const openid = exchange !== undefined && grant.scope.split(' ').includes('openid')
  return {
    access_token: accessToken.value,
    expires_in: Math.round((accessToken.expiresAtMs - accessToken.issuedAtMs) / 1000),
    token_type: 'bearer',
    ...(realm.settings.tokenResponseScope ? { scope: grant.scope } : {}),
    data: {
      id: realm.settings.dataIdType === 'number' ? Number(user.gid) : user.gid,
      gid: user.gid,
      name: user.name,
      email: user.email,
    },
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(openid
      ? {
          id_token: await createIdToken(realm, {
            userGid: grant.userGid,
            clientId: grant.clientId,
            scope: grant.scope,
            nonce: exchange.nonce,
            accessToken: accessToken.value,
          }),
        }
      : {}),
  }
}
