export type Call = () => Promise<unknown>

export interface Rounds {
  readonly rounds: number
  readonly callsPerRound: number
  /** How many are under way at a time; default 1. */
  readonly concurrency?: number
}

/**
 * The rates of each, round by round. The subjects take turns, in another order each round: what slows the
 * machine down for a moment slows down all of them.
 */
export async function callsPerSecond<Name extends string>(
  subjects: Readonly<Record<Name, Call>>,
  { rounds, callsPerRound, concurrency = 1 }: Rounds,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(subjects) as Name[]
  const rates = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, number[]>
  // Round 0 warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const name of names.reverse()) {
      const rate = await rateOf(subjects[name], callsPerRound, concurrency)
      if (round > 0) rates[name].push(rate)
    }
  }
  return rates
}

async function rateOf(call: Call, calls: number, concurrency: number): Promise<number> {
  let left = calls
  const lane = async () => {
    while (left-- > 0) await call()
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: concurrency }, lane))
  return (calls * 1000) / (performance.now() - start)
}
