import type { Clock } from '@x/asana-auth-core'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { BoundedMap } from '../bounded-map.ts'
import { unauthorized } from '../http/api-error.ts'
import type { Principal } from './principal.ts'
import type { SigningKeys } from './signing-keys.ts'

/** How long a token is good for, in seconds. */
export const LIFETIME_S = { operator: 900, scoped: 1200 } as const

/** RFC 9068: told apart from every other JWT that the same keys might ever sign. */
const TYPE = 'at+jwt'
const MAX_LENGTH = 4096
const MAX_REMEMBERED = 10_000

export interface AccessTokenSettings {
  readonly keys: SigningKeys
  readonly issuer: string
  readonly audience: string
  readonly clock: Pick<Clock, 'now'>
}

export interface VerifiedToken {
  readonly principal: Principal
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** Issues and verifies the bearer tokens of this API: JWTs (RFC 7519), signed, short-lived, stored nowhere. */
export class AccessTokens {
  readonly #settings: AccessTokenSettings
  /** A signature that was good stays good: it is checked once for each token. */
  readonly #verified = new BoundedMap<string, VerifiedToken>(MAX_REMEMBERED)

  constructor(settings: AccessTokenSettings) {
    this.#settings = settings
  }

  async issue(principal: Principal): Promise<string> {
    const { keys, issuer, audience, clock } = this.#settings
    const { keyId, algorithm, privateKey } = keys.signer
    const now = Math.floor(clock.now() / 1000)
    const { kind, organizationId } = principal
    return new SignJWT({ kind, org: organizationId })
      .setProtectedHeader({ alg: algorithm, kid: keyId, typ: TYPE })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(kind === 'operator' ? principal.clientId : principal.externalUserId)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_S[kind])
      .setJti(crypto.randomUUID())
      .sign(privateKey)
  }

  /** @throws ApiError 401 `token_expired`, `invalid_token` */
  async verify(token: string): Promise<VerifiedToken> {
    const now = this.#settings.clock.now()
    const known = this.#verified.get(token)
    if (known) {
      if (now < known.expiresAt) return known
      throw expired()
    }
    const verified = await this.#check(token, now)
    this.#verified.set(token, verified)
    return verified
  }

  async #check(token: string, now: number): Promise<VerifiedToken> {
    const { keys, issuer, audience } = this.#settings
    if (token.length > MAX_LENGTH) throw invalid()
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid, alg }) => {
          const key = keys.find(kid)
          // `none`, or HMAC with the public key as secret: the key says what its algorithm is.
          if (!key || key.algorithm !== alg) throw invalid()
          return key.publicKey
        },
        {
          algorithms: ['EdDSA', 'ES256'],
          issuer,
          audience,
          typ: TYPE,
          requiredClaims: ['exp', 'iat', 'sub'],
          currentDate: new Date(now),
        },
      )
      return read(payload)
    } catch (error) {
      throw error instanceof errors.JWTExpired ? expired() : invalid()
    }
  }
}

function read({ kind, org, sub, exp }: JWTPayload): VerifiedToken {
  if (typeof org !== 'string' || typeof sub !== 'string' || exp === undefined) throw invalid()
  const expiresAt = exp * 1000
  if (kind === 'operator') {
    return { principal: { kind, organizationId: org, clientId: sub }, expiresAt }
  }
  if (kind === 'scoped') return { principal: { kind, organizationId: org, externalUserId: sub }, expiresAt }
  throw invalid()
}

function expired() {
  return unauthorized('token_expired', 'The bearer token has expired. Request a new one.')
}

function invalid() {
  return unauthorized('invalid_token', 'The bearer token is not one that this server accepts.')
}
