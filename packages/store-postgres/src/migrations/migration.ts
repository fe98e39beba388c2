import type { Tables } from '../tables.ts'

/** One step of the schema. What has been published never changes: the next change is the next file. */
export interface Migration {
  /** `0001`, `0002`, …: they run in this order. */
  readonly id: string
  readonly sql: (tables: Tables) => string
}
