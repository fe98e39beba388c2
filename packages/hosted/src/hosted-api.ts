import { Keyring } from '@x/asana-auth-core'
import { type ErrorRequestHandler, Router } from 'express'
import { pino } from 'pino'
import { AccessTokens } from './auth/access-tokens.ts'
import { Authenticator } from './auth/authenticator.ts'
import { generateSigningKey, SigningKeys } from './auth/signing-keys.ts'
import { ConnectionCredentials } from './connectors/connection-credentials.ts'
import { ConnectorAccess } from './connectors/connector-access.ts'
import { allEndpoints } from './endpoints.ts'
import { makeConnector } from './execute/executor.ts'
import { Executors } from './execute/executors.ts'
import type { HostedOptions } from './hosted-options.ts'
import { send } from './http/answer.ts'
import { apiRouter } from './http/api-router.ts'
import { asApiError, errorAnswer } from './http/error-answer.ts'
import { RateLimiter, rateLimits } from './http/rate-limiter.ts'
import { jsonReader } from './http/read-body.ts'
import { nameRequest, requestIdOf } from './http/request-id.ts'
import { BrowserCookie } from './oauth/browser-cookie.ts'
import { CALLBACK_PATH } from './oauth/callback-endpoint.ts'
import { Consents } from './oauth/consents.ts'
import { UnredeemedGrants } from './oauth/unredeemed-grants.ts'
import { AuditLog } from './observe/audit-log.ts'
import { Health } from './observe/health.ts'
import { logConnectionsOf } from './observe/log-connections.ts'
import { Metrics } from './observe/metrics.ts'
import { observeRouter } from './observe/observe-router.ts'
import { watchRefreshes } from './observe/watch-refreshes.ts'
import { type JsonObject, openApiDocument } from './openapi/document.ts'
import { AsanaApps } from './organizations/asana-apps.ts'
import { checkPublicUrl } from './public-url.ts'
import type { Services } from './services.ts'
import { sleepUnnoticed } from './sleep-unnoticed.ts'

/** A hosted connector API, to be mounted at the root of `publicUrl`. */
export interface HostedApi {
  readonly router: Router
  /** To be registered as a redirect URL of every Asana app that is used with this server. */
  readonly callbackUrl: string
  /** What `/openapi.json` answers. */
  readonly openApi: JsonObject
  /** From now on `/readyz` says 503, so that load balancers send nothing new. */
  drain(): void
  /**
   * Lets refreshes and revocations that are under way end, and writes what is still to be written. After
   * the last request, before the stores are closed.
   * @throws AggregateError of what could not be written
   */
  close(): Promise<void>
}

/** @throws ConfigurationError */
export async function hostedApi(options: HostedOptions): Promise<HostedApi> {
  const services = await createServices(options)
  const { audit, limiter, metrics, tokens, publicUrl, apps, health, unredeemed } = services
  const endpoints = allEndpoints(services)
  const openApi = openApiDocument(endpoints, publicUrl)
  const authenticator = new Authenticator(tokens)

  const readBody = jsonReader(options.bodyLimitBytes ?? 256 * 1024)

  const router = Router()
  router.use(nameRequest)
  router.use(observeRouter({ health, metrics, openApi, metricsToken: options.metricsToken }))
  router.use(apiRouter(endpoints, { audit, authenticator, limiter, metrics, readBody }))
  router.use(((error, req, res, next) => {
    if (res.headersSent) return next(error)
    const apiError = asApiError(error)
    if (apiError.status >= 500) audit.problem(requestIdOf(res), `${req.method} ${req.path}`, error)
    send(res, errorAnswer(apiError)).catch(next)
  }) satisfies ErrorRequestHandler)

  // The last thing: what fails before leaves nothing behind that listens.
  const stopWatching =
    options.metricsToken === false ? () => {} : watchRefreshes(outcome => metrics.countRefresh(outcome))
  return {
    router,
    openApi,
    callbackUrl: `${publicUrl}${CALLBACK_PATH}`,
    drain: () => health.drain(),
    close: async () => {
      // What it revokes with is closed after it.
      await unredeemed.close()
      await apps.close().finally(stopWatching)
    },
  }
}

async function createServices(options: HostedOptions): Promise<Services> {
  const {
    registry,
    store,
    oneTimeStore,
    encryption,
    clock,
    fetch,
    environment,
    tokens: tokenSettings,
  } = options
  const publicUrl = checkPublicUrl(options.publicUrl)
  const logger = options.logger ?? pino({ enabled: false })
  const now = clock?.now?.bind(clock) ?? Date.now
  const keyring = new Keyring(encryption.keys)
  const audit = new AuditLog(logger)
  const metrics = new Metrics(options.processMetrics ?? false)
  if (!options.signingKeys) {
    logger.warn('No signing keys: tokens are good for this process only, and until it ends. Set signingKeys.')
  }
  const keys = await SigningKeys.import(options.signingKeys ?? [await generateSigningKey()])
  const { issuer = publicUrl, audience = publicUrl } = options
  const tokens = new AccessTokens({ keys, issuer, audience, clock: { now } })
  const elapsed = clock?.elapsed?.bind(clock) ?? (() => performance.now())
  const limiter = new RateLimiter(rateLimits(options.limits), { elapsed })
  const apps = new AsanaApps({
    registry,
    keyring,
    maxManagers: options.maxApps ?? 500,
    manager: {
      asana: { ...options.asana, redirectUri: `${publicUrl}${CALLBACK_PATH}` },
      store,
      // Nothing was ever stored in plain here: who could write to the database could else plant tokens.
      encryption: { allowPlaintext: false, ...encryption },
      ...(environment && { environment }),
      ...(tokenSettings && { tokens: tokenSettings }),
      ...(fetch && { fetch }),
      ...(clock && { clock }),
    },
    onManager: auth => logConnectionsOf(auth, audit),
  })
  const consents = new Consents(oneTimeStore, keyring)
  const sleep = clock?.sleep?.bind(clock) ?? sleepUnnoticed
  const unredeemed = new UnredeemedGrants({ apps, consents, registry, audit, now, sleep })
  return {
    publicUrl,
    registry,
    apps,
    tokens,
    consents,
    unredeemed,
    cookie: new BrowserCookie(publicUrl),
    access: new ConnectorAccess({ publicUrl, registry, apps, limiter }),
    credentials: new ConnectionCredentials(apps, consents, unredeemed, now),
    executors: new Executors(options.makeExecutor ?? makeConnector),
    limiter,
    audit,
    metrics,
    health: new Health(registry, store),
    now,
  }
}
