import { median } from './statistics.ts'

export type Call = () => Promise<unknown>

export interface Rounds {
  readonly rounds: number
  readonly callsPerRound: number
  /** How many are under way at a time; default 1. */
  readonly concurrency?: number
}

/**
 * The median rate of each, from rounds that take turns: what slows the machine down for a moment
 * slows down all of them.
 */
export async function callsPerSecond(
  subjects: Readonly<Record<string, Call>>,
  { rounds, callsPerRound, concurrency = 1 }: Rounds,
): Promise<Map<string, number>> {
  const rates = new Map<string, number[]>(Object.keys(subjects).map(name => [name, []]))
  // Round 0 warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, call] of Object.entries(subjects)) {
      let left = callsPerRound
      const lane = async () => {
        while (left-- > 0) await call()
      }
      const start = performance.now()
      await Promise.all(Array.from({ length: concurrency }, lane))
      const rate = (callsPerRound * 1000) / (performance.now() - start)
      if (round > 0) rates.get(name)?.push(rate)
    }
  }
  return new Map([...rates].map(([name, all]) => [name, median(all)]))
}
