import { createHmac } from 'node:crypto'
import { doubleCsrf } from 'csrf-csrf'
import type { Request, RequestHandler, Response } from 'express'
import type { Config } from '../config.ts'
import { type Html, html } from '../html/html.ts'

/** A token in every form, bound to the visitor and to a cookie. */
export interface Csrf {
  /** Refuses what changes something and has no valid token. Needs the parsed body. */
  readonly protect: RequestHandler
  /** The hidden field for a form. */
  field(req: Request, res: Response): Html
}

export function csrfProtection(config: Config): Csrf {
  const isHttps = config.origin.startsWith('https:')
  const secrets = config.cookieKeys.map(({ key }) => createHmac('sha256', key).update('csrf').digest('hex'))
  const { doubleCsrfProtection, generateCsrfToken } = doubleCsrf({
    getSecret: () => secrets,
    getSessionIdentifier: req => req.visitor.id,
    cookieName: `${isHttps ? '__Host-' : ''}csrf`,
    // Lax: a Strict cookie is missing on the page that follows Asana's redirect, and the new one that this
    // page would get makes the forms of all other tabs invalid.
    cookieOptions: { sameSite: 'lax', secure: isHttps, path: '/' },
    getCsrfTokenFromRequest: req => req.body?._csrf,
  })
  return {
    protect: doubleCsrfProtection,
    field: (req, res) => html`<input type="hidden" name="_csrf" value="${generateCsrfToken(req, res)}">`,
  }
}
