import type { RequestHandler } from 'express'
import { formField } from '../web/form-field.ts'
import type { Place } from '../web/place.ts'

/** Which workspace the visitor looks at. A wish: `chooseWorkspace` takes it only if it is one of the user's. */
export const WORKSPACE_COOKIE = 'workspace'

const YEAR_MS = 365 * 24 * 60 * 60_000

/** `POST /workspace` */
export function workspaceRoute({ home }: Place): RequestHandler {
  return (req, res) => {
    const gid = formField(req, 'workspace')
    if (/^\d{1,20}$/.test(gid)) {
      res.cookie(WORKSPACE_COOKIE, gid, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: YEAR_MS })
    }
    res.redirect(303, home)
  }
}
