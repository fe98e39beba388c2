import type { BarChart } from '../report/bar-chart.ts'
import type { Section } from '../report/section.ts'
import { type Table, times } from '../report/table.ts'
import { filledStore } from '../scale/filled-store.ts'
import { percentile } from '../statistics.ts'

const servers = { redis: 'Redis', postgres: 'Postgres' } as const
type Server = keyof typeof servers

interface Lookups {
  readonly sizes: readonly number[]
  /** Median of one read, in microseconds, for each size. */
  readonly p50Us: readonly number[]
  /** The largest to the smallest. */
  readonly ratio: number
}

/** What finding one credential costs among a thousand, and among a million. */
export const scale: Section = {
  key: 'scale',
  needsPeers: false,
  async run({ quick }) {
    const sizes = quick ? [1e3, 1e4] : [1e3, 1e5, 1e6]
    const batches = { rounds: quick ? 5 : 20, perRound: 20 }
    const results: Record<Server, Lookups> = {
      redis: await measure('redis', sizes, batches),
      postgres: await measure('postgres', sizes, batches),
    }
    return { results, exhibits: [{ name: 'scale', table: table(results), chart: chart(results) }] }
  },
}

async function measure(
  kind: Server,
  sizes: readonly number[],
  { rounds, perRound }: { readonly rounds: number; readonly perRound: number },
): Promise<Lookups> {
  process.stderr.write(`scale: ${kind}, up to ${Math.max(...sizes).toLocaleString('en')} credentials …\n`)
  const stores: Awaited<ReturnType<typeof filledStore>>[] = []
  try {
    for (const size of sizes) stores.push(await filledStore(kind, size))
    const timesUs = stores.map((): number[] => [])
    // Round 0 warms up and is not counted. The sizes take turns, so that a slow moment hits all.
    for (let round = 0; round <= rounds; round++) {
      for (const [index, store] of stores.entries()) {
        const some = await store.readTimesUs(perRound)
        if (round > 0) timesUs[index]?.push(...some)
      }
    }
    const p50Us = timesUs.map(all => percentile(all, 50))
    return { sizes, p50Us, ratio: Number(((p50Us.at(-1) ?? 0) / (p50Us[0] ?? 1)).toFixed(2)) }
  } finally {
    for (const store of stores) await store.close()
  }
}

const rows = (results: Record<Server, Lookups>) =>
  (Object.keys(servers) as Server[]).flatMap(kind =>
    results[kind].sizes.map((size, index) => ({
      server: servers[kind],
      size,
      us: results[kind].p50Us[index] ?? 0,
      ratio: (results[kind].p50Us[index] ?? 0) / (results[kind].p50Us[0] ?? 1),
    })),
  )

const table = (results: Record<Server, Lookups>): Table => ({
  title: 'One credential among many, fifty reads at a time',
  head: ['server', 'credentials', 'median read, µs', 'to the smallest'],
  rows: rows(results).map(row => [row.server, row.size, row.us.toFixed(0), times(row.ratio)]),
})

const chart = (results: Record<Server, Lookups>): BarChart => ({
  title: 'Reading one credential among many',
  note: 'Time of a read to that among the fewest; level is good.',
  groups: Object.values(servers).map(server => ({
    label: server,
    bars: rows(results)
      .filter(row => row.server === server)
      .map(row => ({
        label: `ours, among ${row.size.toLocaleString('en')}`,
        value: row.ratio,
        text: times(row.ratio),
        ours: true,
      })),
  })),
})
