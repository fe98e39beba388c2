import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { CredentialStore } from '@x/asana-auth-core'
import { connectStore, startBackend } from '@x/store-services'
import { percentile } from '../statistics.ts'

// What a read costs among a thousand credentials, and among a million; and what listing them needs.

const { values } = parseArgs({ options: { large: { type: 'string', default: '1000000' } } })
const sizes = [1000, Number(values.large)]
const READS = 5000
const record = {
  payload: `v1.k.${randomBytes(500).toString('base64url')}`,
  status: 'active' as const,
  updatedAt: 1,
  expiresAt: 2,
}
const keyAt = (i: number) => ({ provider: 'asana', subject: `user-${i.toString().padStart(8, '0')}` })

async function fill(store: CredentialStore, from: number, to: number): Promise<void> {
  let next = from
  const lane = async () => {
    while (next < to) await store.put(keyAt(next++), record)
  }
  await Promise.all(Array.from({ length: 64 }, lane))
}

async function readP50Us(store: CredentialStore, size: number): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < READS; i++) {
    const key = keyAt(Math.floor(Math.random() * size))
    const start = performance.now()
    await store.get(key)
    times.push((performance.now() - start) * 1000)
  }
  return percentile(times, 50)
}

async function listAll(store: CredentialStore): Promise<{ keys: number; grownMb: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  let [keys, peak, cursor]: [number, number, string | undefined] = [0, before, undefined]
  do {
    const page = await store.list({ provider: 'asana', limit: 1000, ...(cursor !== undefined && { cursor }) })
    keys += page.keys.length
    cursor = page.cursor
    peak = Math.max(peak, process.memoryUsage().heapUsed)
  } while (cursor !== undefined)
  return { keys, grownMb: Math.round((peak - before) / 1e5) / 10 }
}

const results: Record<string, object> = {}
for (const kind of ['redis', 'postgres'] as const) {
  const backend = await startBackend(kind)
  const { store, close } = await connectStore(backend.connection)
  const p50Us: number[] = []
  let filled = 0
  for (const size of sizes) {
    process.stderr.write(`${kind}: filling up to ${size} …\n`)
    await fill(store, filled, size)
    filled = size
    await readP50Us(store, size)
    p50Us.push(await readP50Us(store, size))
  }
  const [small = 0, large = 0] = p50Us
  results[kind] = {
    sizes,
    p50Us,
    ratio: Math.round((large / small) * 100) / 100,
    listing: await listAll(store),
  }
  process.stdout.write(`${kind.padEnd(10)} ${JSON.stringify(results[kind])}\n`)
  await close()
  await backend.close()
}
process.stdout.write(`${JSON.stringify({ scale: results })}\n`)
