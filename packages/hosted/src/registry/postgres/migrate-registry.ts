import { ConfigurationError } from '@x/asana-auth-core'
import type { PostgresConnection, PostgresPool } from '@x/asana-auth-store-postgres'
import { registryError } from './registry-error.ts'
import { type RegistryMigration, registryMigrations } from './registry-migrations.ts'
import { type RegistryTableOptions, type RegistryTables, registryTables } from './tables.ts'

/**
 * Makes the tables of the registry, or brings them up to date. All or nothing, and safe when many
 * processes do it at once. Returns the ids of the migrations that it ran.
 * @throws ConfigurationError when the database is newer than this package; StoreUnavailableError
 */
export async function migrateRegistry(
  pool: PostgresPool,
  options?: RegistryTableOptions,
): Promise<readonly string[]> {
  const tables = registryTables(options)
  let failed = true
  const connection = await pool.connect().catch((error: unknown) => {
    throw registryError(error, 'migrate')
  })
  connection.on('error', ignore)
  try {
    // Said aloud: under another default, who waited for the lock would not see what was done meanwhile.
    await connection.query({ text: 'BEGIN ISOLATION LEVEL READ COMMITTED' })
    const ran = await bringUpToDate(connection, tables)
    await connection.query({ text: 'COMMIT' })
    failed = false
    return ran
  } catch (error) {
    throw registryError(error, 'migrate')
  } finally {
    // Without its connection a transaction is rolled back.
    connection.off('error', ignore)
    connection.release(failed)
  }
}

async function bringUpToDate(
  connection: PostgresConnection,
  tables: RegistryTables,
): Promise<readonly string[]> {
  const { migrations: log } = tables
  // Of the transaction: a lock of the session would stay behind in a pooler.
  await connection.query({ text: `SELECT pg_advisory_xact_lock(hashtextextended('${log}', 0))` })
  await connection.query({ text: `CREATE TABLE IF NOT EXISTS ${log} (id TEXT COLLATE "C" PRIMARY KEY)` })
  const { rows } = await connection.query({ text: `SELECT id FROM ${log}` })
  const done = new Set(rows.map(({ id }) => String(id)))
  const missing = registryMigrations.filter(({ id }) => !done.delete(id))
  if (done.size > 0) {
    const text = `${log} is of a newer release (${[...done]}): update @x/asana-connector-hosted.`
    throw new ConfigurationError('invalid_option', text)
  }
  for (const migration of missing) await connection.query({ text: stepSql(migration, tables) })
  return missing.map(({ id }) => id)
}

function stepSql({ id, sql }: RegistryMigration, tables: RegistryTables): string {
  return `${sql(tables)}\nINSERT INTO ${tables.migrations} (id) VALUES ('${id}');`
}

/** The query that was under way fails, too, and says it better. */
function ignore(): void {}
