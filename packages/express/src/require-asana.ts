import type { Request, RequestHandler } from 'express'
import type { OnError } from './options.ts'
import { type RouterContext, signedInSubject } from './router-context.ts'

export interface RequireAsanaOptions {
  /** Send a browser that asks for a page to the login instead of an error, and back afterwards. Default false. */
  readonly redirect?: boolean | undefined
}

export function requireAsana(
  { options }: RouterContext,
  onError: OnError,
  loginPath: (returnTo: string) => string,
  { redirect = false }: RequireAsanaOptions,
): RequestHandler {
  return async (req, res, next) => {
    try {
      req.asana = await options.auth.session({ subject: await signedInSubject(options, req) })
    } catch (error) {
      if (!redirect || !isForLogin(error) || !wantsPage(req)) return onError(error, req, res, next)
      res.set('Cache-Control', 'no-store')
      return res.redirect(302, loginPath(req.originalUrl))
    }
    next()
  }
}

/** What the consent page can mend. An outage it cannot: the user is connected and would be asked for nothing. */
function isForLogin(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'credentials_not_found' || code === 'reauthorization_required'
}

/** A browser's navigation; not a script, which takes anything, and not a form, whose data would be lost. */
function wantsPage(req: Request): boolean {
  return req.method === 'GET' && req.accepts(['json', 'html']) === 'html'
}
