import { Router } from 'express'
import type { AppContext } from '../app-context.ts'
import { patience } from '../asana/patience.ts'
import type { LocalAsana } from '../local-asana.ts'
import { setFlash } from '../web/flash.ts'

const HOUR_MS = 60 * 60_000

/** What the buttons of the sandbox card do. Mounted beside the sandbox only. */
export function sandboxEvents({ auth }: AppContext, { sandbox, clientId }: LocalAsana): Router {
  const router = Router()
  router.post('/skip-hour', (_req, res) => {
    sandbox.clock.advance(HOUR_MS)
    setFlash(res, 'hour_skipped')
    res.redirect(303, '/')
  })
  router.post('/outage', (_req, res) => {
    // As often as it takes to outlast the client.
    const times = patience.retry.retries + 1
    sandbox.faults.add({ at: 'api', times, fault: { kind: 'html', status: 503 } })
    res.redirect(303, '/')
  })
  router.post('/remove-app', async (req, res) => {
    const status = await auth.status(req.visitor.id)
    const user = status.state === 'not_connected' ? undefined : status.identity?.gid
    if (user) sandbox.deauthorize({ user, clientId })
    res.redirect(303, '/')
  })
  return router
}
