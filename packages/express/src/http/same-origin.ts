import type { Request, RequestHandler } from 'express'
import { CrossSiteRequestError } from '../request-errors.ts'

/**
 * Refuses a request that no page of this site sent, with `CrossSiteRequestError`: for every POST of an
 * application, beside its CSRF token. Browsers say where a request comes from in `Sec-Fetch-Site`, and
 * older ones in `Origin`; a request with neither is refused.
 * @param trustedOrigin also accepted, for a proxy that changes `Host`
 */
export function requireSameOrigin(trustedOrigin?: string): RequestHandler {
  return (req, _res, next) => {
    next(isSameOrigin(req, trustedOrigin) ? undefined : new CrossSiteRequestError())
  }
}

function isSameOrigin(req: Request, trustedOrigin: string | undefined): boolean {
  const site = req.get('sec-fetch-site')
  // `same-site` is not enough: another subdomain is another application.
  if (site !== undefined) return site === 'same-origin'
  const origin = req.get('origin')
  if (origin === undefined || !URL.canParse(origin)) return false
  return origin === trustedOrigin || new URL(origin).host === req.get('host')
}
