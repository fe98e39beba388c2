import { startBackend } from '@x/store-services'
import type { BarChart } from '../../report/bar-chart.ts'
import type { Section } from '../../report/section.ts'
import { type Table, times } from '../../report/table.ts'
import { measureReads, type Reader, type ReadLoad, type ReadRate } from './measure-reads.ts'

const servers = { redis: 'Redis', postgres: 'Postgres', 'secrets-manager': 'Secrets Manager' } as const
type Server = keyof typeof servers

/** Where a reader stands on something else than ours, which is ioredis, pg with five connections, the AWS SDK. */
const names: Record<Server, Partial<Record<Reader, string>>> = {
  redis: { bare: 'the bare client', keyv: 'keyv (node-redis)', unstorage: 'unstorage (ioredis)' },
  postgres: {
    bare: 'the bare client',
    keyv: 'keyv (pg, five connections)',
    unstorage: 'unstorage (db0, one connection)',
  },
  'secrets-manager': { bare: 'the bare client' },
}

/** The stand-in for Secrets Manager answers some hundred requests a second. */
const loads = (quick: boolean): Record<Server, ReadLoad> => {
  const load = { rows: 200, rounds: quick ? 7 : 41, callsPerRound: quick ? 2000 : 4000, concurrency: 64 }
  return {
    redis: load,
    postgres: load,
    'secrets-manager': { rows: 10, rounds: quick ? 5 : 21, callsPerRound: quick ? 50 : 200, concurrency: 8 },
  }
}

/** A stored credential read, opened and parsed: what our adapter costs over the bare client. */
export const storeRead: Section = {
  key: 'storeRead',
  needsPeers: true,
  async run({ quick }) {
    const rows: Row[] = []
    for (const server of Object.keys(servers) as Server[]) {
      process.stderr.write(`storeRead: ${server} …\n`)
      const { connection, close } = await startBackend(server)
      const rates = await measureReads(connection, loads(quick)[server]).finally(close)
      rows.push(...rates.map(rate => ({ ...rate, server })))
    }
    return {
      results: results(rows),
      exhibits: [{ name: 'store-read', table: table(rows), chart: chart(rows) }],
    }
  },
}

interface Row extends ReadRate {
  readonly server: Server
}

const nameOf = ({ server, reader }: Row) => names[server][reader] ?? reader

/** `ratio` is ours to the bare client. */
function results(rows: readonly Row[]): object {
  const of = (server: Server) => {
    const own = rows.filter(row => row.server === server)
    const readers = own.map(({ reader, perSecond, ratio }) => [reader, { perSecond, ratio }])
    return { ratio: own.find(row => row.reader === 'ours')?.ratio, ...Object.fromEntries(readers) }
  }
  return Object.fromEntries((Object.keys(servers) as Server[]).map(server => [server, of(server)]))
}

const table = (rows: readonly Row[]): Table => ({
  title: 'A stored credential read, decrypted and parsed',
  head: ['reader', 'server', 'reads a second', 'to the bare client'],
  rows: rows.map(row => [nameOf(row), servers[row.server], row.perSecond, times(row.ratio)]),
})

const chart = (rows: readonly Row[]): BarChart => ({
  title: 'Reading a stored credential',
  note: 'Longer is faster; the bare client doing the same work is 1.',
  groups: (Object.keys(servers) as Server[]).map(server => ({
    label: servers[server],
    bars: rows
      .filter(row => row.server === server)
      .map(row => ({
        label: nameOf(row),
        value: row.ratio,
        text: times(row.ratio),
        ours: row.reader === 'ours',
      })),
  })),
})
