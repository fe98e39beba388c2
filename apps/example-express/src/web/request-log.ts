import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** Names every request and writes one line when it is answered. */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now()
    req.requestId = randomBytes(6).toString('hex')
    res.set('X-Request-Id', req.requestId)
    // Taken now: a router shortens the path. Never the query: a callback has the authorization code in it.
    const { requestId, method, path } = req
    res.on('close', () => {
      const durationMs = Math.round(performance.now() - startedAt)
      logger.info({ requestId, method, path, status: res.statusCode, durationMs }, 'request')
    })
    next()
  }
}
