import type { Sandbox } from '@x/asana-sandbox'
import { type Request, Router } from 'express'
import { setFlash } from '../web/flash.ts'
import type { Place } from '../web/place.ts'

const HOUR_MS = 60 * 60_000

export interface Eventful {
  /** Of the Asana app that users remove. */
  readonly clientId: string
  /** As often as Asana has to fail to outlast who retries. */
  readonly attempts: number
  /** The visitor’s gid at Asana. */
  userOf(req: Request): Promise<string | undefined>
}

/** What the buttons of the sandbox card do. Mounted beside the sandbox only. */
export function sandboxEvents(sandbox: Sandbox, { home }: Place, eventful: Eventful): Router {
  const { clientId, attempts, userOf } = eventful
  const router = Router()
  router.post('/skip-hour', (_req, res) => {
    sandbox.clock.advance(HOUR_MS)
    setFlash(res, 'hour_skipped')
    res.redirect(303, home)
  })
  router.post('/outage', (_req, res) => {
    sandbox.faults.add({ at: 'api', times: attempts, fault: { kind: 'html', status: 503 } })
    res.redirect(303, home)
  })
  router.post('/remove-app', async (req, res) => {
    const user = await userOf(req)
    if (user !== undefined) sandbox.deauthorize({ user, clientId })
    res.redirect(303, home)
  })
  return router
}
