import type { RefreshOutcome } from '@x/asana-auth-core'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** All there are: another one in core does not compile here. */
const outcomes: Readonly<Record<RefreshOutcome, true>> = {
  fresh: true,
  adopted: true,
  persist_failed: true,
  reauthorization: true,
  lock_timeout: true,
  provider_error: true,
  store_error: true,
  disconnected: true,
  error: true,
}

/** The numbers of one server, in a registry of its own. No label names an organization or a user. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests = new Histogram({
    name: 'asana_hosted_request_duration_seconds',
    help: 'Duration of requests, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  })
  readonly #executes = new Counter({
    name: 'asana_hosted_executes_total',
    help: 'Executed actions, by entity, action and status',
    labelNames: ['entity', 'action', 'status'],
    registers: [this.#registry],
  })
  readonly #refreshes = new Counter({
    name: 'asana_hosted_refreshes_total',
    help: 'Refreshes of access tokens, by outcome',
    labelNames: ['outcome'],
    registers: [this.#registry],
  })

  readonly #worked = new Set<string>()

  /** @param ofProcess those of the process, too: memory, event loop, garbage collection */
  constructor(ofProcess: boolean) {
    // From the start, so that the first of its kind is seen as a rise.
    for (const outcome of Object.keys(outcomes)) this.#refreshes.inc({ outcome }, 0)
    if (ofProcess) collectDefaultMetrics({ register: this.#registry })
  }

  startRequest(operation: string): (status: number) => void {
    const end = this.#requests.startTimer({ operation })
    return status => void end({ status })
  }

  countExecute(entity: string, action: string, status: number): void {
    const name = `${entity}.${action}`
    if (status < 400) this.#worked.add(name)
    // A name is one when it has worked once: callers could make up any number of others.
    const labels = this.#worked.has(name) ? { entity, action } : { entity: '(other)', action: '(other)' }
    this.#executes.inc({ ...labels, status })
  }

  countRefresh(outcome: RefreshOutcome): void {
    this.#refreshes.inc({ outcome })
  }

  /** In the text format of Prometheus. */
  async text(): Promise<{ readonly text: string; readonly type: string }> {
    return { text: await this.#registry.metrics(), type: this.#registry.contentType }
  }
}
