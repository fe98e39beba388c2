import type { RequestHandler } from 'express'

/** On every answer of the router: nothing of a login may stay in a cache or travel on in a `Referer`. */
export const privateResponse: RequestHandler = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  next()
}
