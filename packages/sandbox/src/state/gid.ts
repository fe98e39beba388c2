/**
 * Numbers gids from a fixed start, like Asana's sixteen digits: the same sandbox calls give the same gids, and
 * each is still a safe integer, as `data.id` of the token response is a JSON number.
 */
export class GidSequence {
  #next = 1_200_000_000_000_001

  next(): string {
    const gid = String(this.#next)
    this.#next += 1
    return gid
  }
}
