import { epochSeconds } from '../clock.ts'
import type { Exchange } from '../http/exchange.ts'
import { escapedJsonReply, type Reply } from '../http/reply.ts'
import type { Realm } from '../realm.ts'
import { answerForm } from './form-endpoint.ts'
import { OAuthError } from './oauth-error.ts'
import { required } from './required.ts'
import { fullScope } from './scope-request.ts'

/** `POST /-/token_info`: introspection (RFC 7662) without client authentication, as Asana documents it. */
export function tokenInfoEndpoint(realm: Realm, exchange: Exchange): Promise<Reply> {
  return answerForm(exchange, form => {
    const token = realm.vault.find(required(form, 'token'))
    if (token === undefined && realm.settings.unknownTokenInfo === 'error') {
      throw new OAuthError('invalid_request', 'The `token` provided was invalid.')
    }
    if (token === undefined || !realm.vault.isActive(token)) {
      return { ...escapedJsonReply(200, { active: false }), outcome: 'inactive' }
    }
    const expiry =
      token.kind === 'refresh'
        ? {}
        : {
            expires_in: Math.floor(token.expiresAtMs / 1000) - epochSeconds(realm.clock),
            exp: Math.floor(token.expiresAtMs / 1000),
          }
    return escapedJsonReply(200, {
      token_type: token.kind === 'refresh' ? 'refresh' : 'bearer',
      ...expiry,
      scope: token.kind === 'personal' ? fullScope : token.grant.scope,
      ...(token.kind === 'personal' ? {} : { client_id: token.grant.clientId }),
      active: true,
    })
  })
}
