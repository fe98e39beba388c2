import type { Exchange } from '../http/exchange.ts'
import { escapedJsonReply, type Reply } from '../http/reply.ts'
import type { Realm } from '../realm.ts'
import { readClientCredentials } from './client-authentication.ts'
import { exchangeCode } from './exchange-code.ts'
import { answerForm } from './form-endpoint.ts'
import { OAuthError } from './oauth-error.ts'
import { redeemRefreshToken } from './redeem-refresh-token.ts'
import { required } from './required.ts'

const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' }

/** `POST /-/oauth_token` (RFC 6749 section 3.2). */
export function tokenEndpoint(realm: Realm, exchange: Exchange): Promise<Reply> {
  return answerForm(exchange, async form => {
    const grantType = required(form, 'grant_type')
    const credentials = readClientCredentials(exchange, form)
    switch (grantType) {
      case 'authorization_code':
        return escapedJsonReply(200, await exchangeCode(realm, form, credentials), noStore)
      case 'refresh_token':
        return escapedJsonReply(200, await redeemRefreshToken(realm, form, credentials), noStore)
      default:
        throw new OAuthError('unsupported_grant_type', 'The `grant_type` provided is not supported.')
    }
  })
}
