import type { ConsentDesk } from '../consent/consent-desk.ts'
import { consentPage } from '../consent/consent-page.ts'
import { errorPage } from '../consent/message-pages.ts'
import type { Exchange } from '../http/exchange.ts'
import { type Reply, redirectReply } from '../http/reply.ts'
import type { Realm } from '../realm.ts'
import { outOfBandUri } from './app-registry.ts'
import { decideAuthorization } from './authorization-request.ts'
import { errorCallbackUrl } from './callback-url.ts'

/** `GET /-/oauth_authorize`: an error page, an error redirect, or the question to the user. */
export function authorizationEndpoint(realm: Realm, consents: ConsentDesk, exchange: Exchange): Reply {
  const decision = decideAuthorization(realm, exchange.query)
  if ('pageError' in decision) return errorPage(decision.pageError)
  if ('redirectError' in decision) {
    const { redirectUri, state, ...error } = decision.redirectError
    // There is nowhere to redirect to: the user has to read it.
    if (redirectUri === outOfBandUri) return errorPage(error)
    return redirectReply(errorCallbackUrl(redirectUri, error, state), error.code)
  }
  return consentPage(consents.open(decision.request), decision.request, realm.world.all('user'))
}
