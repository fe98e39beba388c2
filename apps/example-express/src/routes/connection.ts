import type { RequestHandler } from 'express'
import { type AppContext, sendPage } from '../app-context.ts'
import { disconnectPage } from '../pages/disconnect-page.ts'
import { setFlash } from '../web/flash.ts'

/** `POST /connection/refresh`: a new access token now, although the old one may be good. */
export function refreshRoute({ auth }: AppContext): RequestHandler {
  return async (req, res) => {
    await auth.refresh(req.visitor.id)
    setFlash(res, 'refreshed')
    res.redirect(303, '/')
  }
}

/** `GET /disconnect`: the question. The answer goes to the router's `POST /asana/disconnect`. */
export function disconnectRoute(context: AppContext): RequestHandler {
  return async (req, res) => {
    const status = await context.auth.status(req.visitor.id)
    if (status.state === 'not_connected') return res.redirect(303, '/')
    const account = status.identity?.email ?? status.identity?.name
    const page = disconnectPage({
      place: context.place,
      action: '/asana/disconnect',
      account,
      consequence: 'Asana revokes it, and our sealed copy is deleted.',
      csrfField: context.csrf.field(req, res),
    })
    sendPage(context, req, res, page)
  }
}

// Where the router of @x/asana-auth-express ends a login and a disconnect: it knows nothing of flashes.

/** `GET /connected` */
export const connectedRoute: RequestHandler = (_req, res) => {
  setFlash(res, 'connected')
  res.redirect(303, '/')
}

/** `GET /disconnected` */
export const disconnectedRoute: RequestHandler = (req, res) => {
  setFlash(res, req.query['revoked'] === 'no' ? 'disconnected_here' : 'disconnected')
  res.redirect(303, '/')
}
