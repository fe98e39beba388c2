import { ConfigurationError } from '@x/asana-auth-core'
import { storeError } from '../postgres-error.ts'
import type { PostgresConnection, PostgresPool } from '../postgres-pool.ts'
import { type TableOptions, type Tables, tables } from '../tables.ts'
import { logSql, stepSql } from './migration-sql.ts'
import { migrations } from './migrations.ts'

/**
 * Makes the tables, or brings them up to date; does nothing when they are. All or nothing, and safe
 * when many processes do it at once. Returns the ids of the migrations that it ran.
 *
 * @throws ConfigurationError when the database is newer than this package, or the role may not create tables
 * @throws StoreUnavailableError
 */
export async function migrate(pool: PostgresPool, options?: TableOptions): Promise<readonly string[]> {
  const names = tables(options)
  try {
    return await inTransaction(pool, connection => bringUpToDate(connection, names))
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    throw storeError(
      error,
      { operation: 'migrate' },
      `Run CREATE SCHEMA ${names.schema} first`,
      `The pool's role needs GRANT USAGE, CREATE ON SCHEMA ${names.schema}, and to own the tables`,
    )
  }
}

async function bringUpToDate(connection: PostgresConnection, names: Tables): Promise<readonly string[]> {
  const { migrations: log } = names
  // Of the transaction: a lock of the session would stay behind in a pooler.
  const lock = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))'
  await connection.query({ text: lock, values: [log] })
  const found = await connection.query({ text: 'SELECT to_regclass($1) IS NOT NULL AS found', values: [log] })
  // Looked for first: CREATE TABLE IF NOT EXISTS asks for the right to create even when there is one.
  if (!found.rows[0]?.['found']) await connection.query({ text: logSql(names) })
  const { rows } = await connection.query({ text: `SELECT id FROM ${log} ORDER BY id` })
  const done = rows.map(({ id }) => String(id))
  const unknown = done.filter(id => !migrations.some(migration => migration.id === id))
  if (unknown.length > 0) {
    throw new ConfigurationError(
      'invalid_option',
      `${log} is of a newer release (${unknown}): update @x/asana-auth-store-postgres.`,
    )
  }
  const missing = migrations.filter(({ id }) => !done.includes(id))
  for (const migration of missing) await connection.query({ text: stepSql(migration, names) })
  return missing.map(({ id }) => id)
}

async function inTransaction<T>(
  pool: PostgresPool,
  run: (connection: PostgresConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect()
  let failed = true
  connection.on('error', ignore)
  try {
    // Said aloud: under another default, who waited for the lock would not see what was done meanwhile.
    await connection.query({ text: 'BEGIN ISOLATION LEVEL READ COMMITTED' })
    const result = await run(connection)
    await connection.query({ text: 'COMMIT' })
    failed = false
    return result
  } finally {
    // Without its connection a transaction is rolled back, and there is nothing left to go wrong.
    connection.off('error', ignore)
    connection.release(failed)
  }
}

/** The query that was under way fails, too, and says it better. */
function ignore(): void {}
