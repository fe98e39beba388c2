import { type RequestHandler, Router } from 'express'
import { type Dispatch, dispatch } from './dispatch.ts'
import type { Endpoint } from './endpoint.ts'
import { noSuchEndpoint, onlyMethods } from './no-such-endpoint.ts'

const PREFIXES = ['/v1', '/api/v1']

/** Routes every endpoint under both prefixes. */
export function apiRouter(endpoints: readonly Endpoint[], services: Dispatch): Router {
  const router = Router({ caseSensitive: true })
  for (const path of new Set(endpoints.flatMap(({ paths }) => paths))) {
    const here = endpoints.filter(({ paths }) => paths.includes(path))
    const handlers = new Map(here.map(one => [one.method.toUpperCase(), dispatch(one, services)]))
    const routes = PREFIXES.map(prefix => prefix + path.replace(/\{(\w+)\}/g, ':$1'))
    router.all(routes, byMethod(handlers))
  }
  router.use(PREFIXES, noSuchEndpoint)
  return router
}

/**
 * Not Express's own routing of methods, which would run GET handlers for HEAD: a link checker could
 * use up somebody's consent.
 */
function byMethod(handlers: ReadonlyMap<string, RequestHandler>): RequestHandler {
  const refuse = onlyMethods([...handlers.keys()])
  return (req, res, next) => (handlers.get(req.method) ?? refuse)(req, res, next)
}
