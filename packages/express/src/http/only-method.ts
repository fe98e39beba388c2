import type { RequestHandler } from 'express'
import { MethodNotAllowedError } from '../request-errors.ts'

/**
 * The last handler of a route. HEAD is refused too: Express would run the GET handler for it, and a
 * link checker could use up somebody's callback.
 */
export function onlyMethod(method: 'GET' | 'POST'): RequestHandler {
  return (req, res, next) => {
    if (req.method === method) return next()
    res.set('Allow', method)
    next(new MethodNotAllowedError(req.method, method))
  }
}
