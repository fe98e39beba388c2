import { type GetToken, sendAuthorized } from './authorized-request.ts'
import type { IssuedToken } from './expiring-token.ts'
import { checkAnswer, invalidAnswer, readJson } from './hosted-answer.ts'
import { type HostedRequest, type HostedServer, SHORT_MS, sendHosted } from './hosted-request.ts'

/** Where tokens come from, and by whose clock they live. */
interface Issuer extends HostedServer {
  readonly now: () => number
}

/** For the backend itself. @throws {HostedError} */
export async function issueOperatorToken(
  issuer: Issuer,
  clientId: string,
  clientSecret: string,
): Promise<IssuedToken> {
  const request: HostedRequest = {
    method: 'POST',
    path: '/account/applications/token',
    body: { client_id: clientId, client_secret: clientSecret },
    timeoutMs: SHORT_MS,
  }
  const issuedAt = issuer.now()
  const answer = checkAnswer(request, await sendHosted(issuer, request))
  const { access_token: token, expires_in: seconds } = readJson(request, answer)
  if (typeof token !== 'string' || typeof seconds !== 'number') throw invalidAnswer(request)
  return { token, issuedAt, expiresAt: issuedAt + seconds * 1000 }
}

/** For one external user. @throws {HostedError} */
export async function issueScopedToken(
  issuer: Issuer,
  externalUserId: string,
  getOperatorToken: GetToken,
): Promise<IssuedToken> {
  const request: HostedRequest = {
    method: 'POST',
    path: '/embedded/scoped-token',
    body: { external_user_id: externalUserId },
    timeoutMs: SHORT_MS,
  }
  const issuedAt = issuer.now()
  const { token } = readJson(request, await sendAuthorized(issuer, request, getOperatorToken))
  if (typeof token !== 'string') throw invalidAnswer(request)
  return { token, issuedAt, expiresAt: issuedAt + (lifetimeOf(token) ?? 60_000) }
}

/**
 * How long a JWT lives, in milliseconds, by its own times (RFC 7519, section 4.1), so that the server's
 * clock does not matter. Nothing else of it is believed.
 */
function lifetimeOf(token: string): number | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { exp, iat }: { exp?: unknown; iat?: unknown } = JSON.parse(atob(payload))
    return typeof exp === 'number' && typeof iat === 'number' ? (exp - iat) * 1000 : undefined
  } catch {
    return undefined
  }
}
