import type { TokenLibrary } from './token-library.ts'
import { TokenTable } from './token-table.ts'

interface Stored {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresAt: number
}

interface TokenResponse {
  readonly access_token: string
  readonly refresh_token?: string
  readonly expires_in: number
}

/** No library: what one writes first. Load the row, refresh what has expired, save it. */
export const byHand: TokenLibrary = {
  store: ({ databaseUrl }, credential) => TokenTable.create<Stored>(databaseUrl, credential),
  async open({ databaseUrl, endpoints, clientId, clientSecret }) {
    const table = await TokenTable.open<Stored>(databaseUrl)
    const refresh = async ({ refreshToken }: Stored): Promise<Stored> => {
      const body = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: clientId,
        client_secret: clientSecret,
        refresh_token: refreshToken,
      })
      const response = await fetch(endpoints.tokenUrl, { method: 'POST', body })
      if (!response.ok) throw new Error(`The token endpoint answered ${response.status}.`)
      const fresh = (await response.json()) as TokenResponse
      return {
        accessToken: fresh.access_token,
        refreshToken: fresh.refresh_token ?? refreshToken,
        expiresAt: Date.now() + fresh.expires_in * 1000,
      }
    }
    return {
      getToken: async () => {
        const stored = await table.load()
        if (stored.expiresAt > Date.now()) return stored.accessToken
        const fresh = await refresh(stored)
        await table.save(fresh)
        return fresh.accessToken
      },
      close: () => table.close(),
    }
  },
}
