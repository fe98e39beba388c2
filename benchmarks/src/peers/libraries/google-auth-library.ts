import { loadPeer } from '../peer-folder.ts'
import type { Application, StoredCredential, TokenLibrary } from './token-library.ts'
import { TokenTable } from './token-table.ts'

interface Tokens {
  access_token?: string | null
  refresh_token?: string | null
  expiry_date?: number | null
}

interface OAuth2Client {
  setCredentials(tokens: Tokens): void
  getAccessToken(): Promise<{ token?: string | null }>
  on(event: 'tokens', listener: (tokens: Tokens) => void): void
}

interface GoogleAuthLibrary {
  readonly OAuth2Client: new (options: {
    clientId: string
    clientSecret: string
    endpoints: { oauth2TokenUrl: string }
  }) => OAuth2Client
}

type ClientFields = 'clientId' | 'clientSecret' | 'endpoints'

/** What makes a client of a user's tokens. */
async function clientFactory({ clientId, clientSecret, endpoints }: Pick<Application, ClientFields>) {
  const { OAuth2Client } = await loadPeer<GoogleAuthLibrary>('google-auth-library')
  return (tokens: Tokens) => {
    const options = { clientId, clientSecret, endpoints: { oauth2TokenUrl: endpoints.tokenUrl } }
    const client = new OAuth2Client(options)
    client.setCredentials(tokens)
    return client
  }
}

async function openApplication(application: Application) {
  const clientOf = await clientFactory(application)
  const table = await TokenTable.open<Tokens>(application.databaseUrl)
  const saves = new Set<Promise<void>>()
  return {
    /** A client with the stored tokens that saves what it is given, as the README has it. */
    client: async () => {
      const stored = await table.load()
      const client = clientOf(stored)
      client.on('tokens', fresh => {
        const save = table.save({ ...stored, ...fresh }).finally(() => saves.delete(save))
        saves.add(save)
      })
      return client
    },
    close: async () => {
      await Promise.all(saves)
      await table.close()
    },
  }
}

const tokensOf = ({ accessToken, refreshToken, expiresAt }: StoredCredential): Tokens => ({
  access_token: accessToken,
  refresh_token: refreshToken,
  expiry_date: expiresAt,
})

const store: TokenLibrary['store'] = ({ databaseUrl }, credential) =>
  TokenTable.create<Tokens>(databaseUrl, tokensOf(credential))

const tokenOf = async (client: OAuth2Client) => (await client.getAccessToken()).token ?? ''

/** The best way: one client for each user, kept for the life of the process. */
export const googleSharedClient: TokenLibrary = {
  store,
  async open(application) {
    const { client, close } = await openApplication(application)
    const shared = await client()
    return { getToken: () => tokenOf(shared), close }
  },
}

/** The usual way: the user's tokens are loaded, and a client made of them, where they are needed. */
export const googleClientPerRequest: TokenLibrary = {
  store,
  async open(application) {
    const { client, close } = await openApplication(application)
    return { getToken: async () => tokenOf(await client()), close }
  },
}

/** Without a database: one client that has the user's tokens. */
export async function googleInMemory(
  app: Pick<Application, ClientFields>,
  credential: StoredCredential,
): Promise<() => Promise<string>> {
  const client = (await clientFactory(app))(tokensOf(credential))
  return () => tokenOf(client)
}
