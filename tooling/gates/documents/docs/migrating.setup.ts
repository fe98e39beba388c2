import { credentials } from '../connected-user.ts'

export { auth, session } from '../connected-user.ts'

/** A row of the table that the tokens were kept in before. */
export const row = {
  user_id: 'user-456',
  access_token: credentials.accessToken,
  refresh_token: credentials.refreshToken,
  expires_at: credentials.expiresAt,
  scope: credentials.scope,
}
export const rows = [row]
/** An `ApiClient` of the official SDK. */
export const client = { authentications: { token: { accessToken: '' } } }
