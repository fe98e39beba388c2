import type { RequestHandler } from 'express'
import { ApiError, notFound } from './api-error.ts'

/** After the routes of a path: every other method. */
export function onlyMethods(allowed: readonly string[]): RequestHandler {
  const headers = { Allow: allowed.join(', ') }
  return (req, _res, next) => {
    const message = `This address does not take ${req.method}. Use ${headers.Allow}.`
    next(new ApiError({ status: 405, code: 'method_not_allowed', message, headers }))
  }
}

export const noSuchEndpoint: RequestHandler = (_req, _res, next) => {
  next(notFound('endpoint_not_found', 'There is no such endpoint: see /openapi.json.'))
}
