import { randomBytes } from 'node:crypto'
import type { SandboxClock } from '../clock.ts'
import type { Grant } from './grant.ts'

/** An authorization code and what it was issued for. */
export interface AuthorizationCode {
  readonly value: string
  readonly clientId: string
  readonly userGid: string
  readonly redirectUri: string
  readonly scope: string
  readonly nonce: string | undefined
  readonly codeChallenge: string | undefined
  readonly expiresAtMs: number
  /** The grant it was exchanged for: set once, and what a second use revokes. */
  grant: Grant | undefined
}

export class CodeDesk {
  readonly #clock: SandboxClock
  readonly #codes = new Map<string, AuthorizationCode>()

  constructor(clock: SandboxClock) {
    this.#clock = clock
  }

  issue(
    code: Omit<AuthorizationCode, 'value' | 'expiresAtMs' | 'grant'>,
    lifetimeS: number,
  ): AuthorizationCode {
    this.#forgetExpired()
    const issued: AuthorizationCode = {
      ...code,
      // `0/<32 hex>` as seen from Asana: it reaches the app percent-encoded.
      value: `0/${randomBytes(16).toString('hex')}`,
      expiresAtMs: this.#clock.now() + lifetimeS * 1000,
      grant: undefined,
    }
    this.#codes.set(issued.value, issued)
    return issued
  }

  /** The code, used or not; not an expired one. */
  find(value: string): AuthorizationCode | undefined {
    const code = this.#codes.get(value)
    return code !== undefined && this.#clock.now() < code.expiresAtMs ? code : undefined
  }

  #forgetExpired(): void {
    for (const [value, code] of this.#codes) {
      // Oldest first: the first one that lives ends the search.
      if (this.#clock.now() < code.expiresAtMs) return
      this.#codes.delete(value)
    }
  }
}
