import { splitScope } from '../app/scope.ts'
import { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { parseExpiresIn, withoutTokens } from '../credentials/parse-credentials.ts'
import { invalidAnswer, type JsonObject } from './endpoint-answer.ts'

/** Members of the response that have a field of their own. */
const known = ['token_type', 'expires_in', 'scope']

/**
 * A token endpoint's good answer as credentials. Expiry is counted from our own clock at receipt, so
 * that a server's clock does not matter; without `expires_in`, or with 0, it is unknown and a 401 will tell.
 * @see RFC 6749 section 5.1
 * @throws TokenRequestError `token_response_invalid`
 */
export function credentialsFromTokenResponse(
  body: JsonObject,
  what: string,
  receivedAt: number,
): AsanaUserCredentials {
  const accessToken = tokenOf(body, 'access_token', what)
  if (accessToken === undefined) throw invalidAnswer(what, 'it has no access_token')
  const tokenType = body['token_type']
  if (tokenType !== undefined && !/^bearer$/i.test(String(tokenType))) {
    throw invalidAnswer(what, 'its token_type is not bearer')
  }
  const refreshToken = tokenOf(body, 'refresh_token', what)
  const idToken = tokenOf(body, 'id_token', what)
  const lifetime = parseExpiresIn(body['expires_in'])
  if (lifetime === 'invalid') throw invalidAnswer(what, 'its expires_in is not a number of seconds')
  // No lifetime at all says nothing of the token; taken at its word it would mean a refresh per call.
  const expiresIn = lifetime || undefined
  const scope = body['scope']
  return new AsanaUserCredentials({
    accessToken,
    tokenType: 'Bearer',
    ...(refreshToken !== undefined && { refreshToken }),
    ...(typeof scope === 'string' && { scope: splitScope(scope) }),
    ...(expiresIn !== undefined && { expiresIn, expiresAt: Math.floor(receivedAt + expiresIn * 1000) }),
    ...(idToken !== undefined && { idToken }),
    raw: Object.fromEntries(Object.entries(withoutTokens(body)).filter(([name]) => !known.includes(name))),
  })
}

function tokenOf(body: JsonObject, name: string, what: string): string | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' || value === '') throw invalidAnswer(what, `its ${name} is not a string`)
  return value
}
