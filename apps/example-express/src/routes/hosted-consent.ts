import { AuthorizationDeniedError, InvalidStateError } from '@x/asana-auth-core'
import type { RequestHandler } from 'express'
import type { ConsentStates } from '../hosted/consent-states.ts'
import type { HostedServer } from '../hosted/hosted-server.ts'
import { setFlash } from '../web/flash.ts'

/** `GET /hosted/connect`: off to the consent URL of the hosted server, which leads on to Asana. */
export function connectHostedRoute(
  hosted: HostedServer,
  states: ConsentStates,
  returnUrl: string,
): RequestHandler {
  return async (req, res) => {
    const state = await states.begin(req.visitor.id)
    res.redirect(303, await hosted.consentUrl(req.visitor.id, returnUrl, state))
  }
}

/** `GET /hosted/return?state=…` with `secret_id`, or with `error`: where the hosted server sends the browser. */
export function returnHostedRoute(hosted: HostedServer, states: ConsentStates): RequestHandler {
  return async (req, res) => {
    const { state, secret_id: secretId, error } = req.query
    // Before anything is believed, and whatever comes of it: this address works once.
    await states.end(state, req.visitor.id)
    if (typeof error === 'string') throw new AuthorizationDeniedError(error)
    if (typeof secretId !== 'string') {
      throw new InvalidStateError(
        'invalid_callback',
        'The hosted server sent neither a secret id nor an error.',
      )
    }
    await hosted.connect(req.visitor.id, secretId)
    setFlash(res, 'hosted_connected')
    res.redirect(303, '/hosted')
  }
}
