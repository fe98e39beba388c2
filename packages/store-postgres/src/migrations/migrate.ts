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
  const query = async (text: string) => (await connection.query({ text })).rows
  // Of the transaction: a lock of the session would stay behind in a pooler.
  await query(`SELECT pg_advisory_xact_lock(hashtextextended('${log}', 0))`)
  // Looked for first: CREATE TABLE IF NOT EXISTS asks for the right to create even when there is one.
  const found = await query(`SELECT WHERE to_regclass('${log}') IS NOT NULL`)
  if (found.length === 0) await query(logSql(names))
  const done = (await query(`SELECT id FROM ${log} ORDER BY id`)).map(({ id }) => String(id))
  const known = migrations.map(({ id }) => id)
  const unknown = done.filter(id => !known.includes(id))
  if (unknown.length > 0) {
    throw new ConfigurationError(
      'invalid_option',
      `${log} is of a newer release (${unknown}): update @x/asana-auth-store-postgres.`,
    )
  }
  for (const step of migrations) if (!done.includes(step.id)) await query(stepSql(step, names))
  return known.filter(id => !done.includes(id))
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
