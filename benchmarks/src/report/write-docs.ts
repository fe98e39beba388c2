import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { barChartSvg } from './bar-chart.ts'
import { withBlock, withTables } from './benchmark-page.ts'
import type { Exhibit } from './section.ts'

const docs = fileURLToPath(
  new URL(import.meta.url.includes('/src/') ? '../../../docs/' : '../../docs/', import.meta.url),
)

/** Puts a section's tables into docs/benchmarks.md and its pictures beside it. */
export function writeDocs(key: string, exhibits: readonly Exhibit[], { quick }: { quick: boolean }): void {
  mkdirSync(`${docs}benchmarks`, { recursive: true })
  for (const { name, chart } of exhibits) writeFileSync(`${docs}benchmarks/${name}.svg`, barChartSvg(chart))
  rewrite(page => withTables(page, key, exhibits, caption(quick)))
}

/** What the peers were. */
export function writePeers(versions: Readonly<Record<string, string>>): void {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  rewrite(page => withBlock(page, 'peers', `${names.join(', ')}.`))
}

function rewrite(change: (page: string) => string): void {
  const path = `${docs}benchmarks.md`
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

function caption(quick: boolean): string {
  const day = new Date().toISOString().slice(0, 10)
  const machine = `Node ${process.version.slice(1)}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`
  // Whoever reads a ratio may want to know what else the machine had to do.
  const load = `load average ${(loadavg()[2] ?? 0).toFixed(0)}`
  return `<sub>Measured ${day} on ${machine}, ${load}${quick ? ', with --quick' : ''}.</sub>`
}
