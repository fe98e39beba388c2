import type { Gate } from './gate.ts'

const minuteMs = 60_000

/**
 * So many requests in any 60 seconds. A request counts from when it is sent until a minute after its
 * answer: Asana has counted it somewhere in between, so no minute of Asana's can hold more, however
 * long the way there was.
 */
export class RollingMinute implements Gate {
  readonly #most: number
  readonly #elapsed: () => number
  /** When answers came, the oldest first, from `#oldest` on. What lies before is forgotten. */
  readonly #answered: number[] = []
  #oldest = 0
  #underWay = 0

  constructor(most: number, elapsed: () => number) {
    this.#most = most
    this.#elapsed = elapsed
  }

  waitMs(weight: number): number {
    const now = this.#elapsed()
    this.#forget(now - minuteMs)
    const remembered = this.#answered.length - this.#oldest
    // What is more than a minute takes goes alone: it would never go otherwise.
    const excess = this.#underWay + remembered + Math.min(weight, this.#most) - this.#most
    if (excess <= 0) return 0
    const last = this.#answered[this.#oldest + excess - 1]
    return last === undefined ? Number.POSITIVE_INFINITY : Math.max(1, last + minuteMs - now)
  }

  enter(weight: number): void {
    this.#underWay += Math.min(weight, this.#most)
  }

  leave(weight: number): void {
    const now = this.#elapsed()
    const count = Math.min(weight, this.#most)
    this.#underWay -= count
    for (let i = 0; i < count; i++) this.#answered.push(now)
  }

  #forget(before: number): void {
    while ((this.#answered[this.#oldest] ?? Number.POSITIVE_INFINITY) <= before) this.#oldest++
    // In bulk, for taking the first out of an array moves all the others.
    if (this.#oldest <= this.#most) return
    this.#answered.splice(0, this.#oldest)
    this.#oldest = 0
  }
}
