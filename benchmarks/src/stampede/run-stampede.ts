import { randomBytes, randomUUID } from 'node:crypto'
import { AuthManager } from '@x/asana-auth-core'
import { type RefreshMode, startSandbox } from '@x/asana-sandbox'
import { connectStore, type StoreConnection } from '@x/store-services'
import { managerOptions, type ProcessTask } from '../processes/process-task.ts'
import { WorkerProcess } from '../processes/worker-process.ts'
import { median, percentile } from '../statistics.ts'
import type { StampedeAnswer, StampedeTask } from './stampede-worker.ts'

export interface StampedeOptions {
  readonly connection: StoreConnection
  readonly processes: number
  /** In all processes together. */
  readonly callers: number
  readonly refresh: RefreshMode
  /** Added to each answer of the token endpoint, in milliseconds. */
  readonly latencyMs: number
}

export interface StampedeResult {
  readonly store: string
  readonly refresh: RefreshMode
  readonly processes: number
  readonly callers: number
  readonly tokenRequests: number
  readonly failures: number
  readonly distinctTokens: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** What one refresh takes at the token endpoint, measured in the same run: the median of several. */
  readonly tokenEndpointMs: number
}

const REDIRECT_URI = 'http://localhost:3000/callback'
const HOUR_MS = 3_600_000
const SUBJECT = 'user-123'

/** One expired credential, and all callers of all processes at once. */
export async function runStampede(options: StampedeOptions): Promise<StampedeResult> {
  const { connection, processes, callers, refresh } = options
  const sandbox = await startSandbox({ refresh, latencyMs: { token: options.latencyMs } })
  const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [REDIRECT_URI] })
  const task: ProcessTask = {
    connection,
    namespace: `stampede-${randomUUID()}`,
    asana: { ...sandbox.endpoints, clientId, clientSecret, redirectUri: REDIRECT_URI },
    encryptionKey: randomBytes(32).toString('base64'),
    clockOffsetMs: HOUR_MS,
  }
  const { store, close } = await connectStore(connection, task.namespace)
  const auth = new AuthManager({ ...managerOptions({ ...task, clockOffsetMs: 0 }), store })
  const consent = async () => {
    const step = await auth.asana.oauth2.authorize()
    return auth.asana.oauth2.exchange({ ...step, callbackUrl: await sandbox.approve(step.authorizationUrl) })
  }
  try {
    const tokenEndpointMs = await measureRefresh(auth, await consent())
    const credentials = await consent()
    await auth.storeCredentials('asana', SUBJECT, credentials)
    sandbox.clock.advance(HOUR_MS)

    const share = (index: number) =>
      Math.floor(((index + 1) * callers) / processes) - Math.floor((index * callers) / processes)
    const workers = Array.from({ length: processes }, (_, index) => {
      const one: StampedeTask = {
        ...task,
        subject: SUBJECT,
        callers: share(index),
        ...(connection.kind === 'memory' && { credentials }),
      }
      return new WorkerProcess('./stampede-worker.js', one)
    })
    await Promise.all(workers.map(worker => worker.next()))
    sandbox.counters.reset()
    const answers = workers.map(worker => worker.next() as Promise<StampedeAnswer>)
    for (const worker of workers) worker.say({ go: true })
    const all = await Promise.all(answers)
    await Promise.all(workers.map(worker => worker.ended()))

    const ms = all.flatMap(answer => answer.ms)
    for (const failure of new Set(all.flatMap(answer => answer.failures)))
      process.stderr.write(`${failure}\n`)
    return {
      store: connection.kind,
      refresh,
      processes,
      callers: ms.length,
      tokenRequests: sandbox.counters.token.total,
      failures: all.flatMap(answer => answer.failures).length,
      distinctTokens: new Set(all.flatMap(answer => answer.tokens)).size,
      p50Ms: percentile(ms, 50),
      p99Ms: percentile(ms, 99),
      tokenEndpointMs,
    }
  } finally {
    await auth.close()
    await close()
    await sandbox.close()
  }
}

async function measureRefresh(
  auth: AuthManager,
  credentials: Awaited<ReturnType<AuthManager['asana']['oauth2']['exchange']>>,
) {
  const times: number[] = []
  for (let i = 0, current = credentials; i < 5; i++) {
    const start = performance.now()
    current = await auth.asana.oauth2.refresh({ credentials: current })
    times.push(performance.now() - start)
  }
  return median(times)
}
