/** How often something was asked for, and what came of it. */
export interface OutcomeCount {
  /** Requests that arrived. */
  readonly total: number
  /** Handled with success by the server, whether or not the answer reached the client. */
  readonly ok: number
  /** Handled and refused by the server. */
  readonly failed: number
  /** Spoiled by a fault, handled or not. */
  readonly faulted: number
  /** Handled requests by outcome: `ok`, an OAuth error code, or a status. */
  readonly outcomes: Readonly<Record<string, number>>
}

export class OutcomeTally {
  #total = 0
  #faulted = 0
  readonly #outcomes = new Map<string, number>()

  arrived(): void {
    this.#total += 1
  }

  faulted(): void {
    this.#faulted += 1
  }

  handled(outcome: string): void {
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1)
  }

  get count(): OutcomeCount {
    const ok = this.#outcomes.get('ok') ?? 0
    let handled = 0
    for (const number of this.#outcomes.values()) handled += number
    return {
      total: this.#total,
      ok,
      failed: handled - ok,
      faulted: this.#faulted,
      outcomes: Object.fromEntries(this.#outcomes),
    }
  }
}
