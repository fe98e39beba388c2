/** A token and when it ends, in milliseconds since the epoch. */
export interface IssuedToken {
  readonly token: string
  readonly expiresAt: number
}

/** So long before its end a token is replaced: a request that just begins must not outlive it. */
const marginMs = 30_000

/** A token that is asked for once, whatever the number of callers, and again when it is about to end. */
export class ExpiringToken {
  readonly #issue: () => Promise<IssuedToken>
  readonly #now: () => number
  #current: IssuedToken | undefined
  #flight: Promise<IssuedToken> | undefined

  constructor(issue: () => Promise<IssuedToken>, now: () => number) {
    this.#issue = issue
    this.#now = now
  }

  /** @param rejected a token that was just refused: another one is wanted */
  async get(rejected?: string): Promise<string> {
    const { token, expiresAt } = this.#current ?? {}
    if (token !== undefined && token !== rejected && this.#now() < (expiresAt ?? 0) - marginMs) return token
    this.#flight ??= this.#issue().finally(() => {
      this.#flight = undefined
    })
    this.#current = await this.#flight
    return this.#current.token
  }
}
