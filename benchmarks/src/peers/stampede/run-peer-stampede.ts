import { randomBytes } from 'node:crypto'
import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { type RefreshMode, type Sandbox, startSandbox } from '@x/asana-sandbox'
import { WorkerProcess } from '../../processes/worker-process.ts'
import { type TokenLibraryName, tokenLibraries } from '../libraries/token-libraries.ts'
import type { Application, StoredCredential } from '../libraries/token-library.ts'
import type { PeerStampedeAnswer, PeerStampedeTask } from './peer-stampede-worker.ts'
import { startSlackTokenServer } from './slack-token-server.ts'

interface PeerStampedeOptions {
  readonly library: TokenLibraryName
  readonly databaseUrl: string
  readonly processes: number
  /** In all processes together. */
  readonly callers: number
  readonly refresh: RefreshMode
  /** Added to each answer of the token endpoint, in milliseconds. */
  readonly latencyMs: number
}

export interface PeerStampedeResult {
  readonly library: TokenLibraryName
  readonly refresh: RefreshMode
  readonly processes: number
  readonly callers: number
  /** Refresh requests that reached the provider. */
  readonly refreshes: number
  /** Callers whose token the provider's API accepts when all callers have their answer. */
  readonly live: number
  /** Callers that got an error. */
  readonly failures: number
  /** Callers that got a dead token and were told nothing. */
  readonly dead: number
}

const HOUR_MS = 3_600_000

/** One expired credential, all callers of all processes at once, one library. */
export async function runPeerStampede(options: PeerStampedeOptions): Promise<PeerStampedeResult> {
  const { library, processes, callers, refresh } = options
  const sandbox = await startSandbox({ refresh, latencyMs: { token: options.latencyMs } })
  const slack = await startSlackTokenServer(sandbox.endpoints.tokenUrl)
  try {
    const redirectUri = 'http://localhost:3000/callback'
    const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [redirectUri] })
    const application: Application = {
      clientId,
      clientSecret,
      redirectUri,
      endpoints: sandbox.endpoints,
      slackApiUrl: slack.url,
      databaseUrl: options.databaseUrl,
      encryptionKey: randomBytes(32).toString('base64'),
    }
    await tokenLibraries[library].store(application, await expiredCredential(sandbox, application))
    sandbox.counters.reset()

    const share = (index: number) =>
      Math.floor(((index + 1) * callers) / processes) - Math.floor((index * callers) / processes)
    const answers = await storm(
      Array.from({ length: processes }, (_, index) => ({ library, application, callers: share(index) })),
    )
    const { total: refreshes } = sandbox.counters.token.refresh_token
    const tokens = answers.flatMap(answer => answer.tokens)
    const failures = answers.flatMap(answer => answer.failures)
    const alive = await liveTokens(new Set(tokens), sandbox.endpoints.baseUrl)
    const live = tokens.filter(token => alive.has(token)).length
    return {
      library,
      refresh,
      processes,
      callers,
      refreshes,
      live,
      failures: failures.length,
      dead: tokens.length - live,
    }
  } finally {
    await slack.close()
    await sandbox.close()
  }
}

async function expiredCredential(sandbox: Sandbox, application: Application): Promise<StoredCredential> {
  const { clientId, clientSecret, redirectUri, endpoints } = application
  const asana = { ...endpoints, clientId, clientSecret, redirectUri }
  const auth = new AuthManager({ asana, store: new MemoryStore(), environment: {} })
  const step = await auth.asana.oauth2.authorize()
  const callbackUrl = await sandbox.approve(step.authorizationUrl)
  const { accessToken, refreshToken } = await auth.asana.oauth2.exchange({ ...step, callbackUrl })
  await auth.close()
  sandbox.clock.advance(HOUR_MS)
  return { accessToken, refreshToken: refreshToken ?? '', expiresAt: Date.now() - 1000 }
}

/** All processes are up and wait before the first one is told to go. */
async function storm(tasks: readonly PeerStampedeTask[]): Promise<PeerStampedeAnswer[]> {
  const workers = tasks.map(task => new WorkerProcess('./peer-stampede-worker.js', task))
  await Promise.all(workers.map(worker => worker.next()))
  const answers = workers.map(worker => worker.next() as Promise<PeerStampedeAnswer>)
  for (const worker of workers) worker.say({ go: true })
  const all = await Promise.all(answers)
  for (const worker of workers) worker.child.disconnect()
  await Promise.all(workers.map(worker => worker.ended()))
  return all
}

async function liveTokens(tokens: ReadonlySet<string>, baseUrl: string): Promise<Set<string>> {
  const alive = new Set<string>()
  for (const token of tokens) {
    const response = await fetch(`${baseUrl}/users/me`, { headers: { authorization: `Bearer ${token}` } })
    await response.arrayBuffer()
    if (response.ok) alive.add(token)
  }
  return alive
}
