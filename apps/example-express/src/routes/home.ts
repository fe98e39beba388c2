import { retryAfterSecondsOf } from '@x/asana-auth-express'
import type { Request, RequestHandler, Response } from 'express'
import { type AppContext, sendPage } from '../app-context.ts'
import { loadMyWork } from '../asana/my-work.ts'
import type { MyWork } from '../asana/open-tasks.ts'
import { dashboardPage } from '../pages/dashboard-page.ts'
import type { RefusedDraft } from '../pages/task-form.ts'
import { welcomePage } from '../pages/welcome-page.ts'
import { explainError, type Problem } from '../web/problem.ts'
import { WORKSPACE_COOKIE } from './workspace.ts'

/** `GET /` */
export function homeRoute(context: AppContext): RequestHandler {
  return (req, res) => showHome(context, req, res)
}

/** The main page; after a form that could not be taken, with what was in it. */
export async function showHome(
  context: AppContext,
  req: Request,
  res: Response,
  refused?: RefusedDraft,
): Promise<void> {
  const { auth, config, csrf, localAsana, now, place, storeName } = context
  const subject = req.visitor.id
  const before = await auth.status(subject)
  const found = before.state === 'connected' ? await findWork(context, req) : {}
  // Asked again: the request may have refreshed the token, or found out that the grant is gone.
  const status = before.state === 'connected' ? await auth.status(subject) : before
  const isSandbox = localAsana !== undefined
  if (status.state === 'not_connected') {
    return sendPage(context, req, res, welcomePage({ place, scope: config.scope, storeName, isSandbox }))
  }
  const problem = status.state === 'connected' ? found.problem : undefined
  if (problem) answerWith(res, problem, found.error)
  const csrfField = csrf.field(req, res)
  const { work } = found
  const { scope } = config
  sendPage(
    context,
    req,
    res,
    dashboardPage({
      place,
      status,
      work,
      problem,
      refused,
      storeName,
      scope,
      isSandbox,
      csrfField,
      now: now(),
    }),
  )
}

interface Found {
  readonly work?: MyWork
  readonly problem?: Problem
  readonly error?: unknown
}

/** An outage or a limit at Asana leaves half of the page: the connection is still there to look at. */
async function findWork({ auth, logger }: AppContext, req: Request): Promise<Found> {
  try {
    const session = await auth.session({ subject: req.visitor.id })
    return { work: await loadMyWork(session, req.cookies[WORKSPACE_COOKIE]) }
  } catch (error) {
    const problem = explainError(error)
    const isOurs = problem.status === 500 || problem.code === 'store_unavailable'
    if (isOurs) throw error
    logger.warn({ requestId: req.requestId, err: error }, 'no tasks to show')
    return { problem, error }
  }
}

function answerWith(res: Response, { status }: Problem, error: unknown): void {
  const retryAfterS = retryAfterSecondsOf(error)
  res.status(status)
  if (retryAfterS !== undefined) res.set('Retry-After', String(retryAfterS))
}
