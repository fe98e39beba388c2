import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

const HEADER = 'X-Request-Id'

/** Names every request, in the answer and in our log. Not by what the caller sends: that would be in the log, too. */
export const nameRequest: RequestHandler = (_req, res, next) => {
  res.set(HEADER, randomBytes(8).toString('hex'))
  next()
}

export function requestIdOf(res: Response): string {
  return String(res.get(HEADER) ?? '')
}
