import { PostgresStore, type TableOptions } from '@x/asana-auth-store-postgres'
import type { Pool } from 'pg'
import { setting } from '../settings/setting.ts'
import { addressOf } from './address.ts'
import { loadDriver } from './load-driver.ts'
import type { OpenStore } from './open-store.ts'
import type { StoreSettings } from './store-settings.ts'

export async function openPostgres(settings: StoreSettings): Promise<OpenStore> {
  const { pool, place } = await openPool(settings)
  const tables = tableOptions(settings)
  const { namespace } = settings
  return {
    // A command lives too briefly to gain from prepared statements, and without them any pooler will do.
    store: new PostgresStore({
      pool,
      prepared: false,
      ...tables,
      ...(namespace !== undefined && { namespace }),
    }),
    place: [place, tables.schema, tables.tablePrefix].filter(Boolean).join(' '),
    close: () => pool.end(),
  }
}

/** `POSTGRES_SCHEMA` and `POSTGRES_TABLE_PREFIX`. */
export function tableOptions({ env }: StoreSettings): TableOptions {
  const schema = setting(env, 'POSTGRES_SCHEMA')
  const tablePrefix = setting(env, 'POSTGRES_TABLE_PREFIX')
  return { ...(schema !== undefined && { schema }), ...(tablePrefix !== undefined && { tablePrefix }) }
}

export async function openPool(settings: StoreSettings): Promise<{ pool: Pool; place: string }> {
  const url = addressOf(settings, 'DATABASE_URL', 'postgres://user:password@host/database')
  const { default: pg } = await loadDriver('pg', () => import('pg'))
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    query_timeout: 15_000,
    max: 10,
  })
  // Without a listener pg ends the process when an idle connection breaks.
  pool.on('error', () => {})
  return { pool, place: placeOf(url) }
}

/** Host, port and database: what tells two places apart. */
function placeOf(address: string): string {
  const { hostname, port, pathname, searchParams } = new URL(address)
  return `${searchParams.get('host') ?? hostname}:${port || '5432'}${pathname}`
}
