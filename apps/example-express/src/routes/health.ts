import type { RequestHandler } from 'express'

/** `GET /healthz`: the process answers. It says nothing about Asana or the store: restarting mends neither. */
export const healthRoute: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-store').json({ status: 'ok' })
}
