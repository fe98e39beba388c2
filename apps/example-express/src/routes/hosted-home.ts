import { retryAfterSecondsOf } from '@x/asana-auth-express'
import type { Request, Response } from 'express'
import { type AppContext, sendPage } from '../app-context.ts'
import type { HostedServer } from '../hosted/hosted-server.ts'
import { viewThrough } from '../hosted/hosted-view.ts'
import { hostedDashboardPage } from '../pages/hosted/hosted-dashboard-page.ts'
import { hostedWelcomePage } from '../pages/hosted/hosted-welcome-page.ts'
import type { RefusedDraft } from '../pages/task-form.ts'
import { hostedPlace } from '../web/place.ts'
import { WORKSPACE_COOKIE } from './workspace.ts'

/** The hosted page; after a form that could not be taken, with what was in it. */
export async function showHostedHome(
  context: AppContext,
  hosted: HostedServer,
  req: Request,
  res: Response,
  refused?: RefusedDraft,
): Promise<void> {
  const { csrf, frame, localHosted, logger, now } = context
  const { host } = hosted
  const place = hostedPlace
  const externalUserId = req.visitor.id
  const view = await viewThrough(hosted.connectorOf(externalUserId), req.cookies[WORKSPACE_COOKIE])
  if (view.kind === 'not_connected') {
    return sendPage(context, req, res, hostedWelcomePage({ place, host, isSandbox: frame.isSandbox }))
  }
  if (view.kind === 'failed') {
    const retryAfterS = retryAfterSecondsOf(view.error)
    res.status(view.problem.status)
    if (retryAfterS !== undefined) res.set('Retry-After', String(retryAfterS))
    logger.warn({ requestId: req.requestId, err: view.error }, 'no tasks to show')
  }
  const page = hostedDashboardPage({
    place,
    view,
    host,
    externalUserId,
    refused,
    isLocal: localHosted !== undefined,
    csrfField: csrf.field(req, res),
    now: now(),
  })
  sendPage(context, req, res, page)
}
