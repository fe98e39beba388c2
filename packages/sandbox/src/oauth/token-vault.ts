import { createHmac, randomBytes } from 'node:crypto'
import type { SandboxClock } from '../clock.ts'
import type { GidSequence } from '../state/gid.ts'
import type { Grant, RevocationReason } from './grant.ts'
import type { AccessToken, PersonalAccessToken, RefreshToken, Token } from './token.ts'

/** Expired tokens are remembered, as Asana tells them from unknown ones; beyond this many the oldest go. */
const maxTokens = 200_000

/** Seconds in the ten years that a personal access token's `expires_in` shows (Asana OAuth docs). */
const personalLifetimeS = 315_360_000

/** Issues, finds and kills tokens and the grants they belong to. */
export class TokenVault {
  readonly #clock: SandboxClock
  readonly #gids: GidSequence
  readonly #signingKey = randomBytes(32)
  readonly #tokens = new Map<string, Token>()
  readonly #grants: Grant[] = []

  constructor(clock: SandboxClock, gids: GidSequence) {
    this.#clock = clock
    this.#gids = gids
  }

  get grants(): readonly Grant[] {
    return this.#grants
  }

  find(value: string | undefined): Token | undefined {
    return value === undefined ? undefined : this.#tokens.get(value)
  }

  openGrant(userGid: string, clientId: string, scope: string): Grant {
    const grant: Grant = {
      gid: this.#gids.next(),
      userGid,
      clientId,
      scope,
      createdAtMs: this.#clock.now(),
      revoked: undefined,
      refreshTokensIssued: 0,
      accessTokensIssued: 0,
      refreshes: 0,
    }
    this.#grants.push(grant)
    return grant
  }

  /** Kills the grant's refresh tokens and every access token at once. */
  revoke(grant: Grant, reason: RevocationReason): void {
    grant.revoked ??= reason
  }

  issueAccessToken(grant: Grant, lifetimeS: number): AccessToken {
    const issuedAtMs = this.#clock.now()
    const expiresAtMs = issuedAtMs + lifetimeS * 1000
    const value = this.#signed(grant, issuedAtMs, expiresAtMs)
    grant.accessTokensIssued += 1
    return this.#keep({ kind: 'access', value, grant, issuedAtMs, expiresAtMs, revoked: false })
  }

  issueRefreshToken(grant: Grant): RefreshToken {
    // Slash and colon on purpose: a client that forgets to encode its form fields should notice here.
    const value = `2/${grant.userGid}/${grant.gid}:${randomBytes(32).toString('hex')}`
    grant.refreshTokensIssued += 1
    return this.#keep({ kind: 'refresh', value, grant, spent: false })
  }

  issuePersonalToken(userGid: string): PersonalAccessToken {
    const value = `2/${userGid}/${this.#gids.next()}:${randomBytes(16).toString('hex')}`
    const expiresAtMs = this.#clock.now() + personalLifetimeS * 1000
    return this.#keep({ kind: 'personal', value, userGid, expiresAtMs, revoked: false })
  }

  revokeAccessTokens(grant: Grant): void {
    for (const token of this.#tokens.values()) {
      if (token.kind === 'access' && token.grant === grant) token.revoked = true
    }
  }

  /** Whether the token can be used now. A refresh token has no expiry (Asana OAuth docs). */
  isActive(token: Token): boolean {
    if (token.kind === 'refresh') return !token.spent && token.grant.revoked === undefined
    if (token.revoked || this.isExpired(token)) return false
    return token.kind === 'personal' || token.grant.revoked === undefined
  }

  isExpired(token: AccessToken | PersonalAccessToken): boolean {
    return this.#clock.now() >= token.expiresAtMs
  }

  #keep<T extends Token>(token: T): T {
    if (this.#tokens.size >= maxTokens) this.#forgetOldestAccessToken()
    this.#tokens.set(token.value, token)
    return token
  }

  #forgetOldestAccessToken(): void {
    for (const [value, token] of this.#tokens) {
      if (token.kind !== 'access') continue
      this.#tokens.delete(value)
      return
    }
  }

  /** The shape of the sample in Asana's older docs, a JWT; the key is thrown away with the sandbox. */
  #signed(grant: Grant, issuedAtMs: number, expiresAtMs: number): string {
    const claims = {
      authorization: Number(grant.gid),
      scope: grant.scope,
      iat: Math.floor(issuedAtMs / 1000),
      exp: Math.floor(expiresAtMs / 1000),
      jti: randomBytes(12).toString('base64url'),
    }
    const head = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')
    const unsigned = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
    return `${unsigned}.${createHmac('sha256', this.#signingKey).update(unsigned).digest('base64url')}`
  }
}
