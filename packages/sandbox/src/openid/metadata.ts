import { jsonReply, type Reply } from '../http/reply.ts'
import { granularScopes, openidScopes } from '../oauth/scope-catalogue.ts'
import type { Realm } from '../realm.ts'
import { issuerOf } from './id-token.ts'

/** `GET /.well-known/oauth-authorization-server` (RFC 8414), member for member as recorded from Asana. */
export function authorizationServerMetadata(realm: Realm): Reply {
  return jsonReply(200, {
    issuer: realm.url,
    authorization_endpoint: `${realm.url}/-/oauth_authorize`,
    token_endpoint: `${realm.url}/-/oauth_token`,
    revocation_endpoint: `${realm.url}/-/oauth_revoke`,
    response_types_supported: ['code'],
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ],
    authorization_grant_profiles_supported: ['urn:ietf:params:oauth:grant-profile:id-jag'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
  })
}

/** `GET /api/1.0/.well-known/openid-configuration`: that it exists is documented, its content is a guess. */
export function openidConfiguration(realm: Realm): Reply {
  return jsonReply(200, {
    issuer: issuerOf(realm),
    authorization_endpoint: `${realm.url}/-/oauth_authorize`,
    token_endpoint: `${realm.url}/-/oauth_token`,
    revocation_endpoint: `${realm.url}/-/oauth_revoke`,
    introspection_endpoint: `${realm.url}/-/token_info`,
    userinfo_endpoint: `${issuerOf(realm)}/openid_connect/userinfo`,
    jwks_uri: `${issuerOf(realm)}/openid_connect/jwks`,
    response_types_supported: ['code', 'id_token', 'code id_token'],
    response_modes_supported: ['query', 'fragment'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: [...openidScopes, 'default', ...granularScopes],
    claims_supported: ['sub', 'iss', 'aud', 'iat', 'exp', 'nonce', 'name', 'email', 'picture'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
  })
}
