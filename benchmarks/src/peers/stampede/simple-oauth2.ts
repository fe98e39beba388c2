import { loadPeer } from '../peer-folder.ts'
import type { TokenLibrary } from './token-library.ts'
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

/** The README's way: load the persisted token, refresh it if it has expired, persist the new one. */
export const simpleOAuth2: TokenLibrary = {
  store: ({ databaseUrl }, { accessToken, refreshToken, expiresAt }) =>
    TokenTable.create<Token>(databaseUrl, {
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_at: new Date(expiresAt).toISOString(),
    }),
  async open({ clientId, clientSecret, endpoints, databaseUrl }) {
    const { AuthorizationCode } = await loadPeer<SimpleOAuth2>('simple-oauth2')
    const table = await TokenTable.open<Token>(databaseUrl)
    const tokenUrl = new URL(endpoints.tokenUrl)
    const client = new AuthorizationCode({
      client: { id: clientId, secret: clientSecret },
      auth: { tokenHost: tokenUrl.origin, tokenPath: tokenUrl.pathname },
      options: { authorizationMethod: 'body' },
    })
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
