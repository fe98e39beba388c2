import { parseArgs } from 'node:util'
import { percentile } from '../statistics.ts'
import { filledStore } from './filled-store.ts'
import { listAll } from './list-all.ts'

// What a read costs among a thousand credentials and among a million, on a server each; and what
// listing the million needs.

const { values } = parseArgs({ options: { large: { type: 'string', default: '1000000' } } })
const [SMALL, LARGE] = [1000, Number(values.large)]
const ROUNDS = 60
const BATCHES_PER_ROUND = 20

const results: Record<string, object> = {}
for (const kind of ['redis', 'postgres'] as const) {
  process.stderr.write(`${kind}: filling ${LARGE} …\n`)
  const stores = [await filledStore(kind, SMALL), await filledStore(kind, LARGE)]
  const timesUs = stores.map((): number[] => [])
  // They take turns. Round 0 warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, store] of stores.entries()) {
      const times = await store.readTimesUs(BATCHES_PER_ROUND)
      if (round > 0) timesUs[i]?.push(...times)
    }
  }
  const p50Us = timesUs.map(times => percentile(times, 50))
  const [small = 0, large = 0] = p50Us
  const listing = stores[1] && (await listAll(stores[1].store))
  results[kind] = { sizes: [SMALL, LARGE], p50Us, ratio: Math.round((large / small) * 100) / 100, listing }
  process.stdout.write(`${kind.padEnd(10)} ${JSON.stringify(results[kind])}\n`)
  for (const store of stores) await store.close()
}
process.stdout.write(`${JSON.stringify({ scale: results })}\n`)
