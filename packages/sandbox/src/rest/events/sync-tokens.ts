import { randomBytes } from 'node:crypto'
import type { SandboxClock } from '../../clock.ts'

interface SyncPoint {
  readonly resourceGid: string
  readonly position: number
  readonly issuedAtMs: number
}

/** Milliseconds a sync token lives (Asana docs: 24 hours). */
const lifetimeMs = 24 * 3_600_000

/** Where each reader of /events has got to. */
export class SyncTokens {
  readonly #clock: SandboxClock
  readonly #points = new Map<string, SyncPoint>()

  constructor(clock: SandboxClock) {
    this.#clock = clock
  }

  issue(resourceGid: string, position: number): string {
    this.#forgetExpired()
    const token = randomBytes(16).toString('hex')
    this.#points.set(token, { resourceGid, position, issuedAtMs: this.#clock.now() })
    return token
  }

  position(token: string, resourceGid: string): number | undefined {
    const point = this.#points.get(token)
    if (point?.resourceGid !== resourceGid || this.#isExpired(point)) return undefined
    return point.position
  }

  #forgetExpired(): void {
    for (const [token, point] of this.#points) {
      // Oldest first: the first one that lives ends the search.
      if (!this.#isExpired(point)) return
      this.#points.delete(token)
    }
  }

  #isExpired(point: SyncPoint): boolean {
    return this.#clock.now() - point.issuedAtMs >= lifetimeMs
  }
}
