import { startBackend } from '@x/store-services'
import type { BarChart } from '../../report/bar-chart.ts'
import type { Section } from '../../report/section.ts'
import { type Table, times } from '../../report/table.ts'
import { measureReads, type StoreReads } from './measure-reads.ts'

const servers = { redis: 'Redis', postgres: 'Postgres' } as const

/** What the reader stands on: ours and the bare client are ioredis, and a pool of five connections of pg. */
const foundations: Record<string, string> = {
  'keyv redis': 'keyv (node-redis)',
  'keyv postgres': 'keyv (pg, five connections)',
  'unstorage redis': 'unstorage (ioredis)',
  'unstorage postgres': 'unstorage (db0, one connection)',
}

type Results = Record<keyof typeof servers, StoreReads>

/** A stored credential read, opened and parsed: what our adapter costs over the bare client. */
export const storeRead: Section = {
  key: 'storeRead',
  needsPeers: true,
  async run(options) {
    const measure = async (kind: keyof typeof servers) => {
      process.stderr.write(`storeRead: ${kind} …\n`)
      const { connection, close } = await startBackend(kind)
      if (connection.kind !== 'redis' && connection.kind !== 'postgres')
        throw new Error(`${kind} was asked for, not ${connection.kind}.`)
      return measureReads(connection, options).finally(close)
    }
    const results: Results = { redis: await measure('redis'), postgres: await measure('postgres') }
    return {
      results,
      exhibits: [{ name: 'store-read', table: table(results), chart: chart(results) }],
    }
  },
}

const subjects = [
  ['ours', 'ours', 'ratio'],
  ['the bare client', 'bare', undefined],
  ['keyv', 'keyv', 'keyvRatio'],
  ['unstorage', 'unstorage', 'unstorageRatio'],
] as const

function rows(results: Results) {
  return (Object.keys(servers) as (keyof Results)[]).flatMap(kind =>
    subjects.map(([name, rate, ratio]) => ({
      name: foundations[`${name} ${kind}`] ?? name,
      server: servers[kind],
      perSecond: results[kind][rate],
      ratio: ratio ? results[kind][ratio] : 1,
    })),
  )
}

const table = (results: Results): Table => ({
  title: 'A stored credential read, decrypted and parsed, 64 at a time',
  head: ['reader', 'server', 'reads a second', 'to the bare client'],
  rows: rows(results).map(row => [row.name, row.server, row.perSecond, times(row.ratio)]),
})

const chart = (results: Results): BarChart => ({
  title: 'Reading a stored credential',
  note: 'Longer is faster; the bare client doing the same work is 1.',
  groups: Object.values(servers).map(server => ({
    label: server,
    bars: rows(results)
      .filter(row => row.server === server)
      .map(row => ({ label: row.name, value: row.ratio, text: times(row.ratio), ours: row.name === 'ours' })),
  })),
})
