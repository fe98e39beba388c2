import type { AuthManager, OneTimeStore } from '@x/asana-auth-core'
import { asanaExpress, requireSameOrigin } from '@x/asana-auth-express'
import cookieParser from 'cookie-parser'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { AppContext } from './app-context.ts'
import { loadAssets } from './assets.ts'
import type { Config } from './config.ts'
import { HostedServer } from './hosted/hosted-server.ts'
import type { LocalHosted } from './hosted/local-hosted.ts'
import type { LocalAsana } from './local-asana.ts'
import { healthRoute } from './routes/health.ts'
import { hostedRoutes, hostedSetupRoute } from './routes/hosted.ts'
import { ownRoutes } from './routes/own.ts'
import { canonicalHost } from './web/canonical-host.ts'
import { csrfProtection } from './web/csrf.ts'
import { hostedPlace, ownPlace } from './web/place.ts'
import { notFoundHandler, problemHandler } from './web/problem-handler.ts'
import { limitTo } from './web/rate-limits.ts'
import { requestLog } from './web/request-log.ts'
import { securityHeaders } from './web/security-headers.ts'
import { visitorCookie } from './web/visitor.ts'

export interface AppParts {
  readonly config: Config
  readonly auth: AuthManager
  readonly oneTimeStore: OneTimeStore
  readonly storeName: string
  readonly logger: Logger
  readonly localAsana: LocalAsana | undefined
  readonly localHosted: LocalHosted | undefined
  readonly now: () => number
}

export function createApp(parts: AppParts): Express {
  const { config, auth, logger, localAsana, localHosted, now, oneTimeStore } = parts
  const { router: assets, ...urls } = loadAssets()
  const asana = asanaExpress({
    auth,
    // Your user's id. Here it is the demo's: see web/visitor.ts.
    subject: req => req.visitor.id,
    cookieKeys: config.cookieKeys,
    oneTimeStore,
    redirectUri: config.redirectUri,
    scope: config.scope,
    afterLogin: '/connected',
    afterDisconnect: ({ deleted, revoked }) => `/disconnected?revoked=${deleted && !revoked ? 'no' : 'yes'}`,
  })
  const csrf = csrfProtection(config)
  const frame = { ...urls, isSandbox: localAsana !== undefined }
  const place = ownPlace(asana.loginPath())
  const context: AppContext = { ...parts, asana, csrf, frame, place }

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.use(requestLog(logger))
  app.use(
    securityHeaders(config.origin.startsWith('https:'), [new URL(auth.asana.app.authorizationUrl).origin]),
  )
  app.use(assets)
  app.get('/healthz', healthRoute)
  app.use(canonicalHost(config.origin))

  // Who asks, how often, and whether the form is one of ours.
  app.use(cookieParser(), visitorCookie(config))
  app.use(['/asana/login', '/asana/callback', '/hosted/connect', '/hosted/return'], limitTo(30))
  app.use(limitTo(60, method => method === 'POST'))
  app.post('/{*path}', requireSameOrigin(config.origin))
  app.use(express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 }), csrf.protect)

  app.use(ownRoutes(context))
  const settings = localHosted?.settings ?? config.hosted
  if (settings) app.use('/hosted', hostedRoutes(context, new HostedServer(settings, now)))
  else app.get('/hosted', hostedSetupRoute(context))

  app.use(notFoundHandler(frame))
  app.use('/hosted', problemHandler(logger, frame, hostedPlace))
  app.use(problemHandler(logger, frame, place))
  return app
}
