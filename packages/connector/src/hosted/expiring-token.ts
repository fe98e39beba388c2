/** A token and its life, in milliseconds since the epoch. */
export interface IssuedToken {
  readonly token: string
  readonly issuedAt: number
  readonly expiresAt: number
}

/** So long before its end a token is replaced: a request that just begins must not outlive it. */
const marginMs = 30_000

/** A token that is asked for once, whatever the number of callers, and again when it is about to end. */
export class ExpiringToken {
  readonly #issue: () => Promise<IssuedToken>
  readonly #now: () => number
  #current: IssuedToken | undefined
  #flight: Promise<string> | undefined

  constructor(issue: () => Promise<IssuedToken>, now: () => number) {
    this.#issue = issue
    this.#now = now
  }

  /** @param rejected a token that was just refused: another one is wanted */
  get(rejected?: string): Promise<string> {
    const current = this.#current
    if (current && current.token !== rejected && !this.#isEnding(current)) {
      return Promise.resolve(current.token)
    }
    this.#flight ??= this.#renew()
    return this.#flight
  }

  async #renew(): Promise<string> {
    try {
      // Kept before the flight is over: who comes between the two would ask for another one.
      this.#current = await this.#issue()
      return this.#current.token
    } finally {
      this.#flight = undefined
    }
  }

  /** A token that lives for a minute must not be ending all its life. */
  #isEnding({ issuedAt, expiresAt }: IssuedToken): boolean {
    return this.#now() >= expiresAt - Math.min(marginMs, (expiresAt - issuedAt) / 10)
  }
}
