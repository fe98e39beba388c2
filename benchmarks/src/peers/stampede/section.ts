import type { RefreshMode } from '@x/asana-sandbox'
import { startBackend } from '@x/store-services'
import type { Bar, BarChart } from '../../report/bar-chart.ts'
import type { Section } from '../../report/section.ts'
import { isOurs, type Table } from '../../report/table.ts'
import { type TokenLibraryName, tokenLibraries } from '../libraries/token-libraries.ts'
import { type PeerStampedeResult, runPeerStampede } from './run-peer-stampede.ts'

const LATENCY_MS = 30
const libraries = Object.keys(tokenLibraries) as TokenLibraryName[]

interface Case {
  readonly processes: number
  readonly callers: number
}

/** In four processes there is at least one caller in each. */
const full: readonly Case[] = [
  ...[1, 10, 100, 1000].map(callers => ({ processes: 1, callers })),
  ...[4, 10, 100, 1000].map(callers => ({ processes: 4, callers })),
]
const quick = full.filter(({ callers, processes }) => callers === 100 || (callers === 10 && processes === 1))
/** A provider that rotates nothing forgives: one case in each number of processes tells. */
const forgiving = full.filter(({ callers }) => callers === 100)

/** How often the provider is asked when a token has expired, and who has a token that works then. */
export const stampede: Section = {
  key: 'stampede',
  needsPeers: true,
  async run(options) {
    const backend = await startBackend('postgres')
    if (backend.connection.kind !== 'postgres') throw new Error('Postgres was asked for.')
    const { url } = backend.connection
    try {
      const rotating = await measure(url, 'rotate', options.quick ? quick : full)
      const today = await measure(url, 'omit', forgiving)
      return {
        results: { latencyMs: LATENCY_MS, rows: rotating, today },
        exhibits: [
          {
            name: 'stampede',
            table: stampedeTable('One expired token, a provider whose refresh tokens work once', rotating),
            chart: stampedeChart(
              'Refreshes at the provider when one token has expired',
              'Fewer is better, one is enough. Refresh tokens work once: a second use revokes the grant.',
              rotating,
            ),
          },
          {
            name: 'stampede-today',
            table: stampedeTable('The same, a provider whose refresh tokens stay good', today),
            chart: stampedeChart(
              'Refreshes at the provider when refresh tokens stay good',
              'Fewer is better, one is enough.',
              today,
            ),
          },
        ],
      }
    } finally {
      await backend.close()
    }
  },
}

async function measure(
  databaseUrl: string,
  refresh: RefreshMode,
  cases: readonly Case[],
): Promise<PeerStampedeResult[]> {
  const results: PeerStampedeResult[] = []
  for (const one of cases) {
    process.stderr.write(`stampede: ${refresh}, ${one.callers} callers in ${one.processes} …\n`)
    for (const library of libraries)
      results.push(await runPeerStampede({ library, databaseUrl, refresh, latencyMs: LATENCY_MS, ...one }))
  }
  return results
}

function stampedeTable(title: string, results: readonly PeerStampedeResult[]): Table {
  return {
    title,
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
      row.library,
      row.processes,
      row.callers,
      row.refreshes,
      row.live,
      row.failures,
      row.dead,
    ]),
  }
}

/** The most callers, in one process and in four. */
function stampedeChart(title: string, note: string, results: readonly PeerStampedeResult[]): BarChart {
  const group = (processes: 1 | 4) => {
    const rows = results.filter(row => row.processes === processes)
    const callers = Math.max(...rows.map(row => row.callers))
    return {
      label: `${callers.toLocaleString('en')} callers in ${processes === 1 ? 'one process' : 'four processes'}`,
      bars: rows.filter(row => row.callers === callers).map(bar),
    }
  }
  return { title, note, groups: [group(1), group(4)] }
}

const bar = ({ library, refreshes, live, callers }: PeerStampedeResult): Bar => ({
  label: library,
  value: refreshes,
  text: `${refreshes.toLocaleString('en')}, ${Math.round((100 * live) / callers)} % have a live token`,
  ours: isOurs(library),
})
