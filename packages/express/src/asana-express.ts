import { Keyring } from '@x/asana-auth-core'
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { onlyMethod } from './http/only-method.ts'
import { privateResponse } from './http/private-response.ts'
import { requireSameOrigin } from './http/same-origin.ts'
import { LoginCookies } from './login/login-cookies.ts'
import { SingleUse } from './login/single-use.ts'
import type { AsanaExpressOptions, OnError } from './options.ts'
import { type RequireAsanaOptions, requireAsana } from './require-asana.ts'
import type { RouterContext } from './router-context.ts'
import { locateRouter } from './router-location.ts'
import { callbackRoute } from './routes/callback.ts'
import { disconnectRoute } from './routes/disconnect.ts'
import { loginRoute } from './routes/login.ts'

/** What `asanaExpress` makes. */
export interface AsanaExpress {
  /** `GET /login`, `GET /callback`, `POST /disconnect`. Mount it where the redirect URI says. */
  readonly router: Router
  /**
   * Lets a request pass that has a connected user, with `req.asana`, the user's `AsanaSession`.
   * Otherwise `onError` gets NotSignedInError, CredentialsNotFoundError, ReauthorizationRequiredError,
   * or for an outage StoreUnavailableError, RefreshUnavailableError.
   */
  requireAsana(options?: RequireAsanaOptions): RequestHandler
  /** The address of the login, for a link: `/asana/login?returnTo=%2Ftasks`. */
  loginPath(returnTo?: string): string
}

/**
 * An Express router and middleware that connect your users to Asana.
 * @throws ConfigurationError `missing_redirect_uri`, `invalid_option`, `invalid_encryption_key`
 */
export function asanaExpress(options: AsanaExpressOptions): AsanaExpress {
  const { auth, cookieKeys, oneTimeStore, basePath } = options
  const onError: OnError = options.onError ?? ((error, _req, _res, next) => next(error))
  const location = locateRouter(options.redirectUri ?? auth.asana.app.redirectUri, basePath)
  const cookies = new LoginCookies(new Keyring(cookieKeys), location)
  const context: RouterContext = { options, location, cookies, singleUse: new SingleUse(oneTimeStore) }

  const router = Router()
  router.all('/login', privateResponse, onlyMethod('GET'), loginRoute(context))
  router.all('/callback', privateResponse, onlyMethod('GET'), callbackRoute(context))
  router.all(
    '/disconnect',
    privateResponse,
    onlyMethod('POST'),
    requireSameOrigin(location.origin),
    disconnectRoute(context),
  )
  router.use(((error, req, res, next) => onError(error, req, res, next)) satisfies ErrorRequestHandler)

  const loginPath = (returnTo?: string) =>
    `${location.basePath}/login${returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`}`
  return {
    router,
    loginPath,
    requireAsana: (wishes = {}) => requireAsana(context, onError, loginPath, wishes),
  }
}
