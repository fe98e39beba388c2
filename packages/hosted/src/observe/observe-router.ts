import { createHash, timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import { notFound, unauthorized } from '../http/api-error.ts'
import type { JsonObject } from '../openapi/document.ts'
import type { Health } from './health.ts'
import type { Metrics } from './metrics.ts'

export interface ObserveSettings {
  readonly health: Health
  readonly metrics: Metrics
  readonly openApi: JsonObject
  readonly metricsToken: string | false | undefined
}

/** What is not of the API: for load balancers, monitoring, and tools that read the document. */
export function observeRouter({ health, metrics, openApi, metricsToken }: ObserveSettings): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  router.get('/readyz', async (_req, res) => {
    const { ready, checks } = await health.readiness()
    res.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not_ready', checks })
  })
  router.get('/metrics', async (req, res) => {
    if (metricsToken === false) throw notFound('endpoint_not_found', 'There are no metrics here.')
    if (metricsToken !== undefined && !isSame(req.get('authorization') ?? '', `Bearer ${metricsToken}`)) {
      throw unauthorized('invalid_token', 'The metrics need the bearer token that is set for them.')
    }
    const { text, type } = await metrics.text()
    res.type(type).send(text)
  })
  router.get('/openapi.json', (_req, res) => void res.json(openApi))
  return router
}

/** In a time that tells nothing: digests have one length. */
function isSame(actual: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(actual), digest(expected))
}
