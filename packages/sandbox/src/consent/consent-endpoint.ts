import { type Exchange, header } from '../http/exchange.ts'
import { isForm } from '../http/form.ts'
import { type Reply, redirectReply } from '../http/reply.ts'
import { outOfBandUri } from '../oauth/app-registry.ts'
import type { AuthorizationRequest } from '../oauth/authorization-request.ts'
import { callbackUrl, errorCallbackUrl } from '../oauth/callback-url.ts'
import { createIdToken } from '../openid/id-token.ts'
import type { Realm } from '../realm.ts'
import type { User } from '../state/entities.ts'
import type { ConsentDesk } from './consent-desk.ts'
import { errorPage, pasteCodePage } from './message-pages.ts'

/** `POST /-/oauth_consent`: the user's answer. */
export async function consentEndpoint(
  realm: Realm,
  consents: ConsentDesk,
  exchange: Exchange,
): Promise<Reply> {
  if (!isForm(exchange) || isCrossSite(exchange)) {
    return errorPage({ code: 'invalid_request', description: 'The answer did not come from this page.' }, 403)
  }
  const form = new URLSearchParams(exchange.body.toString('utf8'))
  const request = consents.take(form.get('consent') ?? undefined)
  if (request === undefined) {
    return errorPage({ code: 'invalid_request', description: 'This question was answered or has expired.' })
  }
  if (form.get('decision') !== 'allow') return denied(request)
  const user = realm.world.findUser(form.get('user') ?? '')
  if (user === undefined) return errorPage({ code: 'invalid_request', description: 'There is no such user.' })
  return allowed(realm, request, user)
}

function denied(request: AuthorizationRequest): Reply {
  const error = { code: 'access_denied', description: 'The user denied access to your application.' }
  if (request.redirectUri === outOfBandUri) return errorPage(error, 200)
  return redirectReply(errorCallbackUrl(request.redirectUri, error, request.state), error.code)
}

async function allowed(realm: Realm, request: AuthorizationRequest, user: User): Promise<Reply> {
  const { app, redirectUri, responseType, scope, state, nonce, codeChallenge } = request
  const subject = { clientId: app.clientId, userGid: user.gid, scope, nonce }
  const code = responseType.includes('code')
    ? realm.codes.issue({ ...subject, redirectUri, codeChallenge }, realm.settings.codeLifetimeS).value
    : undefined
  if (redirectUri === outOfBandUri) return pasteCodePage(app.name, code ?? '')
  if (responseType === 'code') return redirectReply(callbackUrl(redirectUri, { code, state }))
  const idToken = await createIdToken(realm, { ...subject, ...(code === undefined ? {} : { code }) })
  const answer = { code, id_token: idToken, state }
  return redirectReply(callbackUrl(redirectUri, answer, realm.settings.idTokenResponseMode))
}

/** The consent id is a secret of the page; this also stops a page elsewhere that somehow learned one. */
function isCrossSite(exchange: Exchange): boolean {
  const site = header(exchange, 'sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin'
  const origin = header(exchange, 'origin')
  return origin !== undefined && origin !== `http://${header(exchange, 'host')}`
}
