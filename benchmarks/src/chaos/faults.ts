import type { Fault } from '@x/asana-sandbox'
import type { Backend } from '@x/store-services'
import type { ChaosOrder } from './chaos-worker.ts'
import type { Crew } from './crew.ts'

/** What a fault may lay its hands on. */
export interface FaultScene {
  readonly backend: Backend
  readonly crew: Crew
  /** How long the workers' leases live. */
  readonly leaseTtlMs: number
  readonly sleep: (ms: number) => Promise<void>
}

/** What goes wrong in a round. */
export interface ChaosFault {
  readonly name: string
  /** Changes what the first worker is told. */
  readonly order?: Partial<ChaosOrder> & { readonly skewMs?: number }
  /** At the token endpoint, once. */
  readonly atToken?: Fault
  /** While the workers are at it; resolves when the fault is over. */
  readonly during?: (scene: FaultScene) => Promise<void>
}

const MINUTE_MS = 60_000
const OUTAGE_MS = 300

const atToken = (name: string, fault: Fault): ChaosFault => ({ name, atToken: fault })

export const faults: readonly ChaosFault[] = [
  { name: 'kill_before_redeem', order: { dieAt: 'before_redeem' } },
  { name: 'kill_between_redeem_and_persist', order: { dieAt: 'after_redeem' } },
  { name: 'kill_between_persist_and_release', order: { dieAt: 'after_persist' } },
  {
    name: 'store_restarted',
    during: async ({ backend, sleep }) => {
      await backend.restart?.stop()
      await sleep(OUTAGE_MS)
      await backend.restart?.start()
    },
  },
  {
    name: 'store_away_after_redeem',
    atToken: { kind: 'delay', ms: 200, when: 'after_commit' },
    during: async ({ backend, sleep }) => {
      await sleep(100)
      await backend.restart?.stop()
      await sleep(OUTAGE_MS)
      await backend.restart?.start()
    },
  },
  atToken('token_response_dropped', { kind: 'drop', when: 'after_commit' }),
  atToken('token_500', { kind: 'status', status: 500 }),
  atToken('token_429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }),
  atToken('token_html', { kind: 'html' }),
  atToken('token_hangs', { kind: 'hang', when: 'before' }),
  { name: 'clock_ahead', order: { skewMs: 5 * MINUTE_MS } },
  { name: 'clock_behind', order: { skewMs: -5 * MINUTE_MS } },
  {
    name: 'lease_expires_under_its_holder',
    atToken: { kind: 'delay', ms: 100, when: 'after_commit' },
    // The whole process stops for longer than its lease, as in a long pause of the machine.
    during: async ({ crew, leaseTtlMs, sleep }) => {
      await sleep(50)
      crew.first.child.kill('SIGSTOP')
      await sleep(leaseTtlMs * 1.2)
      crew.first.child.kill('SIGCONT')
    },
  },
]
