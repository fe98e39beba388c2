import type { RequestHandler } from 'express'
import { type RouterContext, signedInSubject } from '../router-context.ts'

/** `POST /disconnect`: revokes the grant at Asana and deletes the credentials. */
export function disconnectRoute({ options }: RouterContext): RequestHandler {
  const { auth, afterDisconnect = '/' } = options
  return async (req, res) => {
    const result = await auth.disconnect(await signedInSubject(options, req))
    res.redirect(303, typeof afterDisconnect === 'function' ? afterDisconnect(result) : afterDisconnect)
  }
}
