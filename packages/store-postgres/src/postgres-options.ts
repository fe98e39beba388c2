import { ConfigurationError } from '@x/asana-auth-core'
import { Database } from './database.ts'
import type { PostgresPool } from './postgres-pool.ts'
import { type TableOptions, type Tables, tables } from './tables.ts'

export interface PostgresStoreOptions extends TableOptions {
  /** A `pg` Pool. The store never ends it. */
  readonly pool: PostgresPool
  /** Keeps applications apart that share the tables; default `asana-auth`. */
  readonly namespace?: string
  /** Named prepared statements; false for a pooler that cannot carry them. Default true. */
  readonly prepared?: boolean
}

export interface PostgresSettings {
  readonly namespace: string
  readonly database: Database
  readonly tables: Tables
}

/** @throws ConfigurationError `invalid_option` */
export function postgresSettings(options: PostgresStoreOptions): PostgresSettings {
  const { pool, namespace = 'asana-auth', prepared = true } = options
  if (typeof pool?.query !== 'function')
    throw new ConfigurationError('invalid_option', 'The postgres store needs `pool`, a Pool of pg.')
  return { namespace, database: new Database(pool, prepared), tables: tables(options) }
}
