import { peerFolder } from '../peers/peer-folder.ts'
import type { BarChart, BarGroup } from '../report/bar-chart.ts'
import type { Section } from '../report/section.ts'
import { isOurs, type Table, times } from '../report/table.ts'
import { bundleSize } from './bundle-size.ts'
import { importTimes } from './import-time.ts'
import { installOurs } from './install-ours.ts'
import { installed } from './installed-packages.ts'
import { IMPORT_BASELINE, subjects } from './subjects.ts'

interface Footprint {
  readonly name: string
  readonly gzippedKb: number
  readonly packages: number
  readonly diskMb: number
  readonly importMs: number
  /** Import time to that of `oauth4webapi` alone. */
  readonly importRatio: number
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

/** What it costs to have it: in a bundle, on disk, in the list of dependencies, at the start of a process. */
export const footprint: Section = {
  key: 'footprint',
  needsPeers: true,
  async run({ quick }) {
    process.stderr.write('footprint …\n')
    installOurs()
    const imports = await importTimes(subjects, quick ? 3 : 21)
    const baseline = imports.get(IMPORT_BASELINE) ?? Number.NaN
    const rows: Footprint[] = []
    for (const subject of subjects) {
      const { packages, bytes } = installed(subject.packages, peerFolder, subject.apart)
      const importMs = imports.get(subject.name) ?? Number.NaN
      rows.push({
        name: subject.name,
        gzippedKb: rounded((await bundleSize(subject)) / 1000, 1),
        packages,
        diskMb: rounded(bytes / 1e6, 1),
        importMs,
        importRatio: rounded(importMs / baseline, 2),
      })
    }
    return { results: { rows }, exhibits: [{ name: 'footprint', table: table(rows), chart: chart(rows) }] }
  },
}

const table = (rows: readonly Footprint[]): Table => ({
  title: 'Footprint',
  head: [
    'package',
    'gzipped kB',
    'packages installed',
    'MB on disk',
    'cold import, ms',
    `to ${IMPORT_BASELINE}`,
  ],
  rows: rows.map(row => [
    row.name,
    row.gzippedKb.toFixed(1),
    row.packages,
    row.diskMb.toFixed(1),
    row.importMs.toFixed(0),
    times(row.importRatio),
  ]),
})

/** One line of ours and the peers: the picture is to be taken in at a glance. */
function chart(rows: readonly Footprint[]): BarChart {
  const shown = rows.filter(({ name }) => !isOurs(name) || name === 'ours: core + Redis store')
  const group = (label: string, of: (row: Footprint) => number, text: (row: Footprint) => string) =>
    ({
      label,
      bars: shown.map(row => ({ label: row.name, value: of(row), text: text(row), ours: isOurs(row.name) })),
    }) satisfies BarGroup
  return {
    title: 'Footprint',
    note: 'Shorter is better.',
    groups: [
      group(
        'Gzipped bundle',
        row => row.gzippedKb,
        row => `${row.gzippedKb.toFixed(0)} kB`,
      ),
      group(
        'Packages installed',
        row => row.packages,
        row => String(row.packages),
      ),
      group(
        `Cold import, to ${IMPORT_BASELINE}`,
        row => row.importRatio,
        row => times(row.importRatio),
      ),
    ],
  }
}
