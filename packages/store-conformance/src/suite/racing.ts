/** How calls that were made at once ended. */
export interface Race<T> {
  readonly won: readonly { readonly contender: number; readonly value: T }[]
  readonly lost: readonly unknown[]
}

/** Starts all before waiting for any. */
export async function race<T>(count: number, call: (contender: number) => Promise<T>): Promise<Race<T>> {
  const settled = await Promise.allSettled(Array.from({ length: count }, (_, contender) => call(contender)))
  const won: { contender: number; value: T }[] = []
  const lost: unknown[] = []
  for (const [contender, outcome] of settled.entries()) {
    if (outcome.status === 'fulfilled') won.push({ contender, value: outcome.value })
    else lost.push(outcome.reason)
  }
  return { won, lost }
}

/** All of them, but only so many at a time: a pool or a server has its limits. */
export async function inBatches<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += 100)
    await Promise.all(items.slice(start, start + 100).map(act))
}
