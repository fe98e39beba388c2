import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import { type HostedApi, hostedApi } from './hosted-api.ts'
import type { HostedOptions } from './hosted-options.ts'
import { send } from './http/answer.ts'
import { asApiError, errorAnswer } from './http/error-answer.ts'
import { noSuchEndpoint } from './http/no-such-endpoint.ts'

export interface HostedAppOptions extends HostedOptions {
  /** How many proxies stand in front and set `X-Forwarded-For`. Default 0. */
  readonly trustProxy?: number
}

/** A whole Express app around the API: security headers, and answers in the one envelope for whatever comes. */
export async function createHostedApp(
  options: HostedAppOptions,
): Promise<{ readonly app: Express; readonly api: HostedApi }> {
  const api = await hostedApi(options)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', options.trustProxy ?? 0)
  app.set('query parser', 'simple')
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: options.publicUrl.startsWith('https:'),
      xFrameOptions: { action: 'deny' },
    }),
  )
  app.use(api.router)
  app.use(noSuchEndpoint)
  // Malformed paths (`/%E0%A4%A`) fail before any router of ours is there to answer.
  app.use(((error, _req, res, next) => {
    if (res.headersSent) return next(error)
    send(res, errorAnswer(asApiError(error))).catch(next)
  }) satisfies ErrorRequestHandler)
  return { app, api }
}
