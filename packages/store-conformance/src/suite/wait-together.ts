/** Cases that mostly wait, and need nothing of each other: all of them begin when the first one is due. */
export class WaitTogether {
  readonly #bodies: (() => Promise<void>)[] = []
  #outcomes: readonly Promise<void>[] | undefined

  /** The body to hand to the runner instead: it ends as its own case ends. */
  add(body: () => Promise<void>): () => Promise<void> {
    const index = this.#bodies.push(body) - 1
    return async () => {
      this.#outcomes ??= this.#bodies.map(start)
      await this.#outcomes[index]
    }
  }
}

function start(body: () => Promise<void>): Promise<void> {
  const outcome = body()
  // Its own case tells of a failure; until that is due, nobody listens, which would end the process.
  outcome.catch(() => {})
  return outcome
}
