import type { Request, RequestHandler, Response } from 'express'
import type { Authenticator } from '../auth/authenticator.ts'
import { errorPage } from '../oauth/error-page.ts'
import type { AuditLog } from '../observe/audit-log.ts'
import type { Metrics } from '../observe/metrics.ts'
import { type Answer, send } from './answer.ts'
import type { Endpoint } from './endpoint.ts'
import { asApiError, errorAnswer } from './error-answer.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { ReadBody } from './read-body.ts'
import { requestIdOf } from './request-id.ts'
import { validate } from './validate.ts'

export interface Dispatch {
  readonly authenticator: Authenticator
  readonly limiter: RateLimiter
  readonly metrics: Metrics
  readonly audit: AuditLog
  readonly readBody: ReadBody
}

/**
 * Runs one endpoint: who is it, how often, what do they say, is it valid, do it, answer. In this order: who
 * has no token makes us read nothing, and learns nothing of what would be valid.
 */
export function dispatch(endpoint: Endpoint, services: Dispatch): RequestHandler {
  const { metrics, audit } = services
  return async (req, res) => {
    const endTimer = metrics.startRequest(endpoint.operationId)
    res.once('close', () => endTimer(res.statusCode))
    const answer = await run(endpoint, services, req, res).catch((error: unknown) => {
      const apiError = asApiError(error)
      if (apiError.status >= 500) audit.problem(requestIdOf(res), endpoint.operationId, error)
      return endpoint.access === 'browser' && req.accepts(['json', 'html']) === 'html'
        ? errorPage(apiError)
        : errorAnswer(apiError)
    })
    // Nothing here may stay in a cache, or travel on in a Referer.
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    try {
      await send(res, answer)
    } catch (error) {
      // A caller who went away knows it; of all else they were told nothing.
      if (!isGone(error)) audit.problem(requestIdOf(res), endpoint.operationId, error)
      res.destroy()
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

async function run(endpoint: Endpoint, services: Dispatch, req: Request, res: Response): Promise<Answer> {
  const { authenticator, limiter, readBody } = services
  if (endpoint.access === 'public' || endpoint.access === 'browser') limiter.countAddress(req.ip)
  const token = await authenticator.authenticate(req, endpoint.access)
  if (token) limiter.countPrincipal(token.principal)
  if (endpoint.body) await readBody(req, res)
  const input = validate(endpoint, req)
  return endpoint.handle({
    ...input,
    // `authenticate` let only that kind pass which the endpoint's access asks for.
    principal: token?.principal as never,
    expiresAt: token?.expiresAt ?? 0,
    request: req,
    requestId: requestIdOf(res),
  })
}
