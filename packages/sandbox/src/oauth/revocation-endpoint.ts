import type { Exchange } from '../http/exchange.ts'
import { escapedJsonReply, type Reply } from '../http/reply.ts'
import type { Realm } from '../realm.ts'
import { authenticateClient } from './client-authentication.ts'
import { answerForm } from './form-endpoint.ts'
import { OAuthError } from './oauth-error.ts'
import { required } from './required.ts'

/**
 * `POST /-/oauth_revoke` (Asana OAuth docs): the refresh token only, and with it every token of the grant. All
 * three fields go in the body; 200 also for a token that it does not know.
 */
export function revocationEndpoint(realm: Realm, exchange: Exchange): Promise<Reply> {
  return answerForm(exchange, form => {
    const clientId = required(form, 'client_id')
    const clientSecret = required(form, 'client_secret')
    const value = required(form, 'token')
    const app = authenticateClient(realm.apps, realm.settings, { clientId, clientSecret })
    const token = realm.vault.find(value)
    if (token?.kind === 'access' || token?.kind === 'personal') {
      throw new OAuthError('invalid_request', 'The `token` provided must be a refresh token.')
    }
    // Another app's token is none of this one's business: answered as one that was not found.
    if (token?.grant.clientId === app.clientId) realm.vault.revoke(token.grant, 'revoked_by_client')
    return escapedJsonReply(200, {})
  })
}
