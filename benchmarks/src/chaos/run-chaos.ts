import { randomBytes, randomUUID } from 'node:crypto'
import { AuthManager } from '@x/asana-auth-core'
import { type RefreshMode, type Sandbox, startSandbox } from '@x/asana-sandbox'
import { type Backend, connectStore } from '@x/store-services'
import { managerOptions, type ProcessTask } from '../processes/process-task.ts'
import { percentile } from '../statistics.ts'
import type { ChaosAnswer } from './chaos-worker.ts'
import { Crew } from './crew.ts'
import { type ChaosFault, faults } from './faults.ts'
import { SeededRandom } from './seeded-random.ts'

export interface ChaosOptions {
  readonly backend: Backend
  readonly rounds: number
  readonly seed: number
  readonly onRound?: (line: string) => void
}

export interface ChaosResult {
  readonly store: string
  readonly rounds: number
  readonly seed: number
  /** How often each fault came; in a few rounds it does not, because the other process was faster. */
  readonly faults: Readonly<Record<string, number>>
  /** Connections that were gone although the provider still had the grant. */
  readonly lost: number
  /** Rounds that were not over in time. */
  readonly stuck: number
  /** Answers that belonged to somebody else. */
  readonly wrongUser: number
  /** The provider ended the grant (a rotated token never arrived): told as `reauthorization_required`. */
  readonly reauthorized: number
  /** From the start of the fault until every process works again. */
  readonly recoveredP99Ms: number
}

const REDIRECT_URI = 'http://localhost:3000/callback'
const HOUR_MS = 3_600_000
const WORKERS = 2
const STUCK_AFTER_MS = 20_000
const HEAD_START_MS = 15
/** Short, so that a round is over in seconds; in the same proportions as the defaults. */
const tokens = {
  leaseTtlMs: 2000,
  redeemTimeoutMs: 950,
  waitTimeoutMs: 4000,
  cooldownMs: 100,
  storeTimeoutMs: 1500,
}
const modes: readonly RefreshMode[] = ['omit', 'echo', 'rotate']

const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

interface User {
  readonly subject: string
  readonly gid: string
}

/** Rounds of expired tokens, each with something going wrong, against real processes and a real store. */
export class ChaosRun {
  readonly #options: ChaosOptions
  readonly #random: SeededRandom
  readonly #counts = new Map<string, number>(faults.map(({ name }) => [name, 0]))
  readonly #recoveredMs: number[] = []
  #lost = 0
  #stuck = 0
  #wrongUser = 0
  #reauthorized = 0
  #offsetMs = 0

  constructor(options: ChaosOptions) {
    this.#options = options
    this.#random = new SeededRandom(options.seed)
  }

  async run(): Promise<ChaosResult> {
    const { backend, rounds, seed } = this.#options
    const sandbox = await startSandbox({ latencyMs: { token: 20 } })
    const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [REDIRECT_URI] })
    const task: ProcessTask = {
      connection: backend.connection,
      namespace: `chaos-${randomUUID()}`,
      asana: { ...sandbox.endpoints, clientId, clientSecret, redirectUri: REDIRECT_URI },
      encryptionKey: randomBytes(32).toString('base64'),
      clockOffsetMs: 0,
      tokens,
    }
    const { store, close } = await connectStore(task.connection, task.namespace)
    const auth = new AuthManager({
      ...managerOptions(task),
      clock: { now: () => Date.now() + this.#offsetMs },
      store,
    })
    const users = sandbox.users.map(({ gid }, index) => ({ gid, subject: `user-${index}` }))
    for (const user of users) await connectUser(sandbox, auth, user)
    const crew = await Crew.start(task, WORKERS)
    try {
      for (let round = 1; round <= rounds; round++) await this.#round(round, { sandbox, auth, crew, users })
    } finally {
      await crew.end()
      await auth.close().catch(() => {})
      await close()
      await sandbox.close()
    }
    return {
      store: backend.connection.kind,
      rounds,
      seed,
      faults: Object.fromEntries(this.#counts),
      lost: this.#lost,
      stuck: this.#stuck,
      wrongUser: this.#wrongUser,
      reauthorized: this.#reauthorized,
      recoveredP99Ms: percentile(this.#recoveredMs, 99),
    }
  }

  async #round(round: number, scene: Scene): Promise<void> {
    const { backend } = this.#options
    const { sandbox, auth, crew, users } = scene
    const user = this.#random.pick(users)
    const mode = this.#random.pick(modes)
    const fault = this.#random.pick(faults)
    sandbox.setRefresh(mode)
    sandbox.clock.advance(HOUR_MS)
    this.#offsetMs += HOUR_MS
    const start = performance.now()

    const planned =
      fault.atToken && sandbox.faults.add({ at: 'token', grantType: 'refresh_token', fault: fault.atToken })
    const first = this.#askAll(crew, user, fault)
    await fault.during?.({ backend, crew, leaseTtlMs: tokens.leaseTtlMs, sleep })
    const answers = await Promise.race([first, sleep(STUCK_AFTER_MS)])
    sandbox.faults.clear()
    // A fault counts when it came: the other process may have been first, and nobody was killed.
    const died = answers?.some(answer => answer === undefined)
    const came = planned ? planned.hits > 0 : fault.order?.dieAt ? died : true
    if (came) this.#counts.set(fault.name, (this.#counts.get(fault.name) ?? 0) + 1)

    const outcome = await this.#untilSettled(crew, user, start)
    const ms = performance.now() - start
    if (outcome === 'works') this.#recoveredMs.push(ms)
    else if (outcome === 'stuck') this.#stuck += 1
    else {
      // Whether the provider ended the grant is the sandbox's to say, not ours.
      const alive = sandbox.grants.some(grant => grant.user === user.gid && !grant.revoked)
      if (alive || outcome !== 'reauthorization_required') this.#lost += 1
      else this.#reauthorized += 1
      await connectUser(sandbox, auth, user)
    }
    this.#options.onRound?.(
      `${String(round).padStart(4)}  ${fault.name.padEnd(34)} ${mode.padEnd(7)} ${outcome} (${Math.round(ms)} ms)`,
    )
  }

  #askAll(crew: Crew, user: User, fault?: ChaosFault): Promise<(ChaosAnswer | undefined)[]> {
    return Promise.all(
      Array.from({ length: crew.size }, async (_, index) => {
        // A head start for the one that the fault is for.
        if (fault && index > 0) await sleep(HEAD_START_MS)
        const { skewMs = 0, ...changes } = index === 0 ? (fault?.order ?? {}) : {}
        return crew.ask(index, { subject: user.subject, clockOffsetMs: this.#offsetMs + skewMs, ...changes })
      }),
    )
  }

  /** Asks until all processes have the same good answer, or say that the user has to come back. */
  async #untilSettled(crew: Crew, user: User, start: number): Promise<string> {
    for (;;) {
      const answers = await this.#askAll(crew, user)
      for (const answer of answers) if (answer?.ok && answer.gid !== user.gid) this.#wrongUser += 1
      if (answers.every(answer => answer?.ok)) return 'works'
      const final = answers.map(answer => (answer && !answer.ok ? answer.code : undefined))
      const gone = ['reauthorization_required', 'credentials_not_found', 'decryption_failed', 'untyped']
      const [code] = final
      if (code !== undefined && gone.includes(code) && final.every(other => other === code)) return code
      if (performance.now() - start > STUCK_AFTER_MS) return 'stuck'
      await sleep(50)
    }
  }
}

interface Scene {
  readonly sandbox: Sandbox
  readonly auth: AuthManager
  readonly crew: Crew
  readonly users: readonly User[]
}

async function connectUser(sandbox: Sandbox, auth: AuthManager, user: User): Promise<void> {
  const step = await auth.asana.oauth2.authorize()
  const callbackUrl = await sandbox.approve(step.authorizationUrl, { user: user.gid })
  await auth.storeCredentials(
    'asana',
    user.subject,
    await auth.asana.oauth2.exchange({ ...step, callbackUrl }),
  )
}
