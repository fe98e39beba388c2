import type { BarChart } from './bar-chart.ts'
import type { Table } from './table.ts'

/** A table and its picture. */
export interface Exhibit {
  /** File name of the picture, without its ending. */
  readonly name: string
  readonly table: Table
  readonly chart: BarChart
}

interface SectionReport {
  /** What `--json` has under the section's key. */
  readonly results: object
  readonly exhibits: readonly Exhibit[]
}

interface SectionOptions {
  /** Fewer and smaller: to see that it works, not to quote. */
  readonly quick: boolean
}

/** One question that the benchmarks answer. */
export interface Section {
  readonly key: string
  /** Whether it needs the packages of benchmarks/peers. */
  readonly needsPeers: boolean
  run(options: SectionOptions): Promise<SectionReport>
}
