import { firstTables } from './0001-first-tables.ts'
import type { RegistryTables } from './tables.ts'

/** One step of the schema. What has been published never changes: the next change is the next file. */
export interface RegistryMigration {
  /** `0001`, `0002`, …: they run in this order. */
  readonly id: string
  readonly sql: (tables: RegistryTables) => string
}

export const registryMigrations: readonly RegistryMigration[] = [firstTables]
