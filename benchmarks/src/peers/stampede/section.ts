import { startBackend } from '@x/store-services'
import type { Bar, BarChart } from '../../report/bar-chart.ts'
import type { Section } from '../../report/section.ts'
import { isOurs, type Table } from '../../report/table.ts'
import { type TokenLibraryName, tokenLibraries } from '../libraries/token-libraries.ts'
import { type PeerStampedeResult, runPeerStampede } from './run-peer-stampede.ts'

const LATENCY_MS = 30
const libraries = Object.keys(tokenLibraries) as TokenLibraryName[]

/** In four processes there is at least one caller in each. */
const full = [
  ...[1, 10, 100, 1000].map(callers => ({ processes: 1, callers })),
  ...[4, 10, 100, 1000].map(callers => ({ processes: 4, callers })),
]
const quick = full.filter(({ callers, processes }) => callers === 100 || (callers === 10 && processes === 1))

/** How often the provider is asked when a token has expired, and who has a token that works then. */
export const stampede: Section = {
  key: 'stampede',
  needsPeers: true,
  async run(options) {
    const backend = await startBackend('postgres')
    if (backend.connection.kind !== 'postgres') throw new Error('Postgres was asked for.')
    const { url: databaseUrl } = backend.connection
    const results: PeerStampedeResult[] = []
    try {
      for (const { processes, callers } of options.quick ? quick : full) {
        process.stderr.write(`stampede: ${callers} callers in ${processes} …\n`)
        for (const library of libraries)
          results.push(
            await runPeerStampede({
              library,
              databaseUrl,
              processes,
              callers,
              refresh: 'rotate',
              latencyMs: LATENCY_MS,
            }),
          )
      }
    } finally {
      await backend.close()
    }
    return {
      results: { refresh: 'rotate', latencyMs: LATENCY_MS, rows: results },
      exhibits: [{ name: 'stampede', table: stampedeTable(results), chart: stampedeChart(results) }],
    }
  },
}

const named = (library: string) => (isOurs(library) ? 'ours' : library)

function stampedeTable(results: readonly PeerStampedeResult[]): Table {
  return {
    title: 'One expired token, a provider whose refresh tokens work once',
    head: [
      'library',
      'processes',
      'callers',
      'refreshes at the provider',
      'callers with a live token',
      'failures',
      'dead token, no error',
    ],
    rows: results.map(row => [
      named(row.library),
      row.processes,
      row.callers,
      row.refreshes,
      row.live,
      row.failures,
      row.dead,
    ]),
  }
}

function stampedeChart(results: readonly PeerStampedeResult[]): BarChart {
  const group = (processes: number) => {
    const rows = results.filter(row => row.processes === processes)
    const callers = Math.max(...rows.map(row => row.callers))
    return {
      label: `${callers.toLocaleString('en')} callers in ${processes === 1 ? 'one process' : `${processes} processes`}`,
      scale: 'logarithmic' as const,
      bars: rows.filter(row => row.callers === callers).map(bar),
    }
  }
  return {
    title: 'Refreshes at the provider when one token has expired',
    note: 'Fewer is better, one is enough; logarithmic. Refresh tokens work once, a second use revokes the grant.',
    groups: [group(1), group(4)],
  }
}

const bar = ({ library, refreshes, live, callers }: PeerStampedeResult): Bar => ({
  label: named(library),
  value: refreshes,
  text: `${refreshes.toLocaleString('en')}, ${Math.round((100 * live) / callers)} % have a live token`,
  ours: isOurs(library),
})
