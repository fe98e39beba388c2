import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { loadPeer } from '../peer-folder.ts'
import type { Application, StoredCredential, TokenLibrary } from './token-library.ts'

interface Account {
  readonly id: string
  readonly userId: string
}

interface BetterAuth {
  readonly api: {
    getAccessToken(call: { body: { accountId: string; userId: string } }): Promise<{ accessToken: string }>
  }
  readonly $context: Promise<{
    readonly internalAdapter: {
      createUser(user: object): Promise<{ id: string }>
      createAccount(account: object): Promise<Account>
      findUserByEmail(
        email: string,
        options: { includeAccounts: true },
      ): Promise<{ accounts: readonly Account[] } | null>
    }
  }>
}

const EMAIL = 'ada@example.com'

/** What `betterAuth()` takes: a database, and Asana as a generic OAuth provider. */
async function options(app: Pick<Application, 'clientId' | 'clientSecret' | 'endpoints'>, database: unknown) {
  const { genericOAuth } = await loadPeer<{ genericOAuth(options: object): object }>('better-auth/plugins')
  const { authorizationUrl, tokenUrl } = app.endpoints
  const asana = { providerId: 'asana', clientId: app.clientId, clientSecret: app.clientSecret }
  return {
    baseURL: 'http://localhost:3000',
    secret: randomBytes(32).toString('base64'),
    database,
    plugins: [genericOAuth({ config: [{ ...asana, authorizationUrl, tokenUrl }] })],
    telemetry: { enabled: false },
    logger: { disabled: true },
  }
}

async function open(app: Parameters<typeof options>[0], database: unknown): Promise<BetterAuth> {
  const { betterAuth } = await loadPeer<{ betterAuth(options: object): BetterAuth }>('better-auth')
  return betterAuth(await options(app, database))
}

/** The account that signing in would have left. */
async function connect(auth: BetterAuth, credential: StoredCredential): Promise<Account> {
  const { internalAdapter } = await auth.$context
  const user = await internalAdapter.createUser({ name: 'Ada', email: EMAIL, emailVerified: true })
  return internalAdapter.createAccount({
    userId: user.id,
    providerId: 'asana',
    accountId: '1201',
    accessToken: credential.accessToken,
    refreshToken: credential.refreshToken,
    accessTokenExpiresAt: new Date(credential.expiresAt),
  })
}

const getToken = async (auth: BetterAuth, { id, userId }: Account) =>
  (await auth.api.getAccessToken({ body: { accountId: id, userId } })).accessToken

/** `auth.api.getAccessToken()` on the server for each use, its tables in the application's database. */
export const betterAuth: TokenLibrary = {
  async store(application, credential) {
    const pool = new pg.Pool({ connectionString: application.databaseUrl, max: 5 })
    await pool.query('DROP TABLE IF EXISTS "session", "account", "verification", "user"')
    const { getMigrations } = await loadPeer<{
      getMigrations(options: object): Promise<{ runMigrations(): Promise<void> }>
    }>('better-auth/db/migration')
    await (await getMigrations(await options(application, pool))).runMigrations()
    await connect(await open(application, pool), credential)
    await pool.end()
  },
  async open(application) {
    const pool = new pg.Pool({ connectionString: application.databaseUrl, max: 5 })
    const auth = await open(application, pool)
    const { internalAdapter } = await auth.$context
    const account = (await internalAdapter.findUserByEmail(EMAIL, { includeAccounts: true }))?.accounts[0]
    if (!account) throw new Error('The account is not in the database.')
    return { getToken: () => getToken(auth, account), close: () => pool.end() }
  },
}

/** The same on its memory adapter, for a token that is good. */
export async function betterAuthInMemory(
  app: Parameters<typeof options>[0],
  credential: StoredCredential,
): Promise<() => Promise<string>> {
  const { memoryAdapter } = await loadPeer<{ memoryAdapter(tables: object): unknown }>(
    'better-auth/adapters/memory',
  )
  const tables = { user: [], session: [], account: [], verification: [] }
  const auth = await open(app, memoryAdapter(tables))
  const account = await connect(auth, credential)
  return () => getToken(auth, account)
}
