import { loadPeer } from '../peer-folder.ts'
import type { Application, TokenLibrary } from './token-library.ts'
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

async function openApplication({ clientId, clientSecret, endpoints, databaseUrl }: Application) {
  const { OAuth2Client } = await loadPeer<GoogleAuthLibrary>('google-auth-library')
  const table = await TokenTable.open<Tokens>(databaseUrl)
  const saves = new Set<Promise<void>>()
  return {
    /** A client with the stored tokens that saves what it is given, as the README has it. */
    client: async () => {
      const stored = await table.load()
      const client = new OAuth2Client({
        clientId,
        clientSecret,
        endpoints: { oauth2TokenUrl: endpoints.tokenUrl },
      })
      client.setCredentials(stored)
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

const store: TokenLibrary['store'] = ({ databaseUrl }, { accessToken, refreshToken, expiresAt }) =>
  TokenTable.create<Tokens>(databaseUrl, {
    access_token: accessToken,
    refresh_token: refreshToken,
    expiry_date: expiresAt,
  })

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
