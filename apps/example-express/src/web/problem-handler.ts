import { retryAfterSecondsOf } from '@x/asana-auth-express'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Frame } from '../html/document.ts'
import { htmlDocument } from '../html/document.ts'
import { notFoundPage } from '../pages/not-found-page.ts'
import { problemPage } from '../pages/problem-page.ts'
import type { Place } from './place.ts'
import { explainError } from './problem.ts'

/** Every error ends here: the log gets all of it, the person what helps. */
export function problemHandler(logger: Logger, frame: Frame, place: Place): ErrorRequestHandler {
  return (error, req, res, next) => {
    const { requestId } = req
    const problem = explainError(error)
    logger[problem.status >= 500 ? 'error' : 'warn'](
      { requestId, status: problem.status, err: error },
      'request failed',
    )
    if (res.headersSent) return next(error)
    const retryAfterS = retryAfterSecondsOf(error)
    if (retryAfterS !== undefined) res.set('Retry-After', String(retryAfterS))
    res.status(problem.status).set('Cache-Control', 'no-store')
    res.send(htmlDocument(frame, problemPage({ problem, requestId, place })))
  }
}

export function notFoundHandler(frame: Frame): RequestHandler {
  return (_req, res) =>
    void res.status(404).set('Cache-Control', 'no-store').send(htmlDocument(frame, notFoundPage()))
}
