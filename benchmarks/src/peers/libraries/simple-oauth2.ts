import { loadPeer } from '../peer-folder.ts'
import type { Application, StoredCredential, TokenLibrary } from './token-library.ts'
import { TokenTable } from './token-table.ts'

interface Token {
  readonly access_token: string
  readonly refresh_token?: string
  readonly expires_at: string
}

interface AccessToken {
  readonly token: Token
  expired(): boolean
  refresh(): Promise<AccessToken>
}

interface SimpleOAuth2 {
  readonly AuthorizationCode: new (options: {
    client: { id: string; secret: string }
    auth: { tokenHost: string; tokenPath: string }
    options: { authorizationMethod: 'body' }
  }) => { createToken(token: Token): AccessToken }
}

async function openClient({ clientId, clientSecret, endpoints }: Pick<Application, ClientFields>) {
  const { AuthorizationCode } = await loadPeer<SimpleOAuth2>('simple-oauth2')
  const tokenUrl = new URL(endpoints.tokenUrl)
  return new AuthorizationCode({
    client: { id: clientId, secret: clientSecret },
    auth: { tokenHost: tokenUrl.origin, tokenPath: tokenUrl.pathname },
    options: { authorizationMethod: 'body' },
  })
}

type ClientFields = 'clientId' | 'clientSecret' | 'endpoints'

const tokenOf = ({ accessToken, refreshToken, expiresAt }: StoredCredential): Token => ({
  access_token: accessToken,
  refresh_token: refreshToken,
  expires_at: new Date(expiresAt).toISOString(),
})

/** The README's way: load the persisted token, refresh it if it has expired, persist the new one. */
export const simpleOAuth2: TokenLibrary = {
  store: ({ databaseUrl }, credential) => TokenTable.create<Token>(databaseUrl, tokenOf(credential)),
  async open(application) {
    const table = await TokenTable.open<Token>(application.databaseUrl)
    const client = await openClient(application)
    return {
      getToken: async () => {
        let accessToken = client.createToken(await table.load())
        if (accessToken.expired()) {
          accessToken = await accessToken.refresh()
          await table.save(accessToken.token)
        }
        return accessToken.token.access_token
      },
      close: () => table.close(),
    }
  },
}

/** Without a database: the token object stays in memory. */
export async function simpleOAuth2InMemory(
  app: Pick<Application, ClientFields>,
  credential: StoredCredential,
): Promise<() => Promise<string>> {
  let accessToken = (await openClient(app)).createToken(tokenOf(credential))
  return async () => {
    if (accessToken.expired()) accessToken = await accessToken.refresh()
    return accessToken.token.access_token
  }
}
