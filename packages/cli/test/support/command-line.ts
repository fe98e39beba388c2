import { randomBytes, randomUUID } from 'node:crypto'
import { type AsanaUserCredentials, AuthManager, type CredentialStore } from '@x/asana-auth-core'
import { RedisStore } from '@x/asana-auth-store-redis'
import { type RegisteredApp, type Sandbox, startSandbox } from '@x/asana-sandbox'
import { freePort, type Redis, startRedis } from '@x/test-services'
import { Redis as Client } from 'ioredis'
import { type RunOptions, run } from '../../src/index.ts'

const OOB = 'urn:ietf:wg:oauth:2.0:oob'
export const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`

/** What a command left behind. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Standard output as JSON lines. */
  readonly documents: readonly Record<string, unknown>[]
  /** Standard error as JSON lines. */
  readonly remarks: readonly Record<string, unknown>[]
}

/** How a command is run, where it matters. */
export interface RunWith {
  readonly env?: Record<string, string>
  readonly stdin?: string | AsyncIterable<string>
  readonly tty?: { readonly in?: boolean; readonly out?: boolean; readonly err?: boolean }
  readonly signal?: AbortSignal
  readonly openUrl?: (url: string) => void
  readonly clock?: RunOptions['clock']
  /** Told of every write on standard error. */
  readonly onErr?: (text: string) => void
}

/** `asana-auth` in this process, with that environment and nothing else of ours. */
export async function runWith(
  env: Record<string, string>,
  args: readonly string[],
  how: RunWith = {},
): Promise<Ran> {
  const written = { out: '', err: '' }
  const { stdin = '', tty = {} } = how
  const code = await run(args, {
    stdin: { isTTY: tty.in, [Symbol.asyncIterator]: () => lines(stdin) },
    stdout: { isTTY: tty.out, columns: 100, write: text => (written.out += text) },
    stderr: {
      isTTY: tty.err,
      columns: 100,
      write: text => {
        written.err += text
        how.onErr?.(text)
      },
    },
    env: { ...env, ...how.env },
    openUrl: how.openUrl ?? (() => {}),
    ...(how.signal && { signal: how.signal }),
    ...(how.clock && { clock: how.clock }),
  })
  const parse = (text: string) => () =>
    text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
  const [documents, remarks] = [parse(written.out), parse(written.err)]
  return {
    code,
    ...written,
    get documents() {
      return documents()
    },
    get remarks() {
      return remarks()
    },
  }
}

async function* lines(text: string | AsyncIterable<string>): AsyncGenerator<string> {
  if (typeof text === 'string') yield text
  else yield* text
}

/** A local Asana with an app, a Redis, and `asana-auth` set up for both. */
export class Workbench implements AsyncDisposable {
  readonly sandbox: Sandbox
  readonly app: RegisteredApp
  readonly env: Record<string, string>
  readonly store: CredentialStore
  readonly redis: Redis
  readonly #client: Client

  private constructor(sandbox: Sandbox, redis: Redis, redirectUri: string, scopes?: readonly string[]) {
    this.sandbox = sandbox
    this.redis = redis
    this.app = sandbox.registerApp({
      redirectUris: [redirectUri, OOB],
      ...(scopes && { scopes: [...scopes] }),
    })
    const { endpoints } = sandbox
    const namespace = `cli-${randomUUID()}`
    this.env = {
      ASANA_AUTHORIZATION_URL: endpoints.authorizationUrl,
      ASANA_TOKEN_URL: endpoints.tokenUrl,
      ASANA_BASE_URL: endpoints.baseUrl,
      ASANA_CLIENT_ID: this.app.clientId,
      ASANA_CLIENT_SECRET: this.app.clientSecret,
      ASANA_REDIRECT_URI: redirectUri,
      CREDENTIAL_STORE: 'redis',
      CREDENTIAL_NAMESPACE: namespace,
      REDIS_URL: redis.url,
      ENCRYPTION_KEYS: newKey('first'),
    }
    this.#client = new Client(redis.url)
    this.store = new RedisStore({ client: this.#client, namespace })
  }

  static async open(options: { readonly scopes?: readonly string[] } = {}): Promise<Workbench> {
    const [sandbox, redis, port] = await Promise.all([startSandbox(), startRedis(), freePort()])
    return new Workbench(sandbox, redis, `http://127.0.0.1:${port}/callback`, options.scopes)
  }

  run(args: readonly string[], how?: RunWith): Promise<Ran> {
    return runWith(this.env, args, how)
  }

  /** As the application would have it. */
  manager(store: CredentialStore = this.store, env: Record<string, string> = this.env): AuthManager {
    const keys = (env['ENCRYPTION_KEYS'] ?? '').split(',').filter(Boolean)
    const encryption = keys.map(text => ({ id: text.split(':')[0] ?? '', key: text.split(':')[1] ?? '' }))
    return new AuthManager({
      store,
      environment: env,
      ...(encryption.length > 0 && { encryption: { keys: encryption } }),
    })
  }

  /** Each subject's user goes through the consent page. */
  async connect(...subjects: readonly string[]): Promise<AsanaUserCredentials[]> {
    await using auth = this.manager()
    const connected: AsanaUserCredentials[] = []
    for (const subject of subjects) {
      const step = await auth.asana.oauth2.authorize()
      const callbackUrl = await this.sandbox.approve(step.authorizationUrl)
      const credentials = await auth.asana.oauth2.exchange({ ...step, callbackUrl })
      await auth.storeCredentials('asana', subject, credentials)
      connected.push(credentials)
    }
    return connected
  }

  /** What no output may hold: of the app, the keys, and everything that is stored. */
  async secrets(): Promise<string[]> {
    await using auth = this.manager()
    const { keys } = await auth.listCredentials()
    const stored = await Promise.all(keys.map(({ subject }) => auth.loadCredentials('asana', subject)))
    const tokens = stored.flatMap(credentials => [credentials?.accessToken, credentials?.refreshToken])
    const keyTexts = (this.env['ENCRYPTION_KEYS'] ?? '').split(',').map(text => text.split(':')[1])
    return [this.app.clientSecret, ...keyTexts, ...tokens].filter(secret => secret !== undefined)
  }

  async close(): Promise<void> {
    this.#client.disconnect()
    await Promise.all([this.sandbox.close(), this.redis.close()])
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
