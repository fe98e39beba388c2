import { type TableOptions, type Tables, tables } from '../tables.ts'
import type { Migration } from './migration.ts'
import { migrations } from './migrations.ts'

/**
 * All that `migrate` would run on an empty database, for those who run their migrations themselves.
 * Run it in one transaction. It is what `schema.sql` of this package holds.
 *
 * @throws ConfigurationError `invalid_option`
 */
export function migrationSql(options?: TableOptions): string {
  const names = tables(options)
  const steps = migrations.map(migration => `${stepSql(migration, names)}\n`)
  return ['-- @x/asana-auth-store-postgres: run in one transaction.', logSql(names), ...steps].join('\n\n')
}

/** Which migrations ran. */
export function logSql({ migrations: log }: Tables): string {
  return `CREATE TABLE ${log} (
  id TEXT COLLATE "C" PRIMARY KEY,
  applied_at TIMESTAMPTZ NOT NULL DEFAULT now()
);`
}

export function stepSql({ id, sql }: Migration, names: Tables): string {
  return `-- ${id}\n${sql(names)}\nINSERT INTO ${names.migrations} (id) VALUES ('${id}');`
}
