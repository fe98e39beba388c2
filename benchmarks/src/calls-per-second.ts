import { median } from './statistics.ts'

export type Call = () => Promise<unknown>

/**
 * The median rate of each, from rounds that take turns: what slows the machine down for a moment
 * slows down all of them.
 */
export async function callsPerSecond(
  subjects: Readonly<Record<string, Call>>,
  { rounds, callsPerRound }: { readonly rounds: number; readonly callsPerRound: number },
): Promise<Map<string, number>> {
  const rates = new Map<string, number[]>(Object.keys(subjects).map(name => [name, []]))
  // Round 0 warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, call] of Object.entries(subjects)) {
      const start = performance.now()
      for (let i = 0; i < callsPerRound; i++) await call()
      const rate = (callsPerRound * 1000) / (performance.now() - start)
      if (round > 0) rates.get(name)?.push(rate)
    }
  }
  return new Map([...rates].map(([name, all]) => [name, median(all)]))
}
