import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'

/** This app's own limit, per address; Asana's is a RateLimitError. */
class TooManyRequestsError extends Error {
  override readonly name = 'TooManyRequestsError'
  readonly code = 'too_many_requests'
  readonly statusCode = 429
  readonly retryAfterMs: number

  constructor(retryAfterMs: number) {
    super('This address sends too many requests.')
    this.retryAfterMs = retryAfterMs
  }
}

/** In this process's memory: give several processes a shared store (express-rate-limit has some). */
export function limitTo(
  perMinute: number,
  appliesTo: (method: string) => boolean = () => true,
): RequestHandler {
  const windowMs = 60_000
  return rateLimit({
    windowMs,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: req => !appliesTo(req.method),
    handler: (_req, _res, next) => next(new TooManyRequestsError(windowMs)),
  })
}
