import { randomBytes } from 'node:crypto'
import type { SandboxClock } from '../clock.ts'
import type { AuthorizationRequest } from '../oauth/authorization-request.ts'

/** Milliseconds a consent page can be answered. */
const consentLifetimeMs = 15 * 60_000

/** The requests that wait for a user's answer: each id is unguessable and works once. */
export class ConsentDesk {
  readonly #clock: SandboxClock
  readonly #waiting = new Map<string, { request: AuthorizationRequest; expiresAtMs: number }>()

  constructor(clock: SandboxClock) {
    this.#clock = clock
  }

  open(request: AuthorizationRequest): string {
    this.#forgetExpired()
    const id = randomBytes(24).toString('base64url')
    this.#waiting.set(id, { request, expiresAtMs: this.#clock.now() + consentLifetimeMs })
    return id
  }

  take(id: string | undefined): AuthorizationRequest | undefined {
    if (id === undefined) return undefined
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting !== undefined && this.#clock.now() < waiting.expiresAtMs ? waiting.request : undefined
  }

  #forgetExpired(): void {
    for (const [id, { expiresAtMs }] of this.#waiting) {
      // Oldest first: the first one that lives ends the search.
      if (this.#clock.now() < expiresAtMs) return
      this.#waiting.delete(id)
    }
  }
}
