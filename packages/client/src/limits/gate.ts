/** One of Asana's limits, counted on this side. */
export interface Gate {
  /** 0 if `weight` more may pass now; else the ms until they may, `Infinity` if only `leave` can tell. */
  waitMs(weight: number): number
  enter(weight: number): void
  leave(weight: number): void
}

/** So many requests at once, whatever they count as. */
export class Slots implements Gate {
  #free: number

  constructor(most: number) {
    this.#free = most
  }

  waitMs(): number {
    return this.#free > 0 ? 0 : Number.POSITIVE_INFINITY
  }

  enter(): void {
    this.#free--
  }

  leave(): void {
    this.#free++
  }
}
