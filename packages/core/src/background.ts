/** Work that nobody awaits, kept in sight until it is done. */
export class Background {
  readonly #running = new Set<Promise<unknown>>()
  readonly #waitUntil: ((work: Promise<unknown>) => void) | undefined

  constructor(waitUntil: ((work: Promise<unknown>) => void) | undefined) {
    this.#waitUntil = waitUntil
  }

  /** Its failure is not an unhandled rejection: whoever could act on it was told by an event. */
  run = (work: Promise<unknown>): void => {
    const settled = work.then(
      () => {},
      () => {},
    )
    this.#running.add(settled)
    settled.then(() => this.#running.delete(settled))
    try {
      this.#waitUntil?.(settled)
    } catch {
      // Outside of a request the platform has nothing to keep alive; the token is good all the same.
    }
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
