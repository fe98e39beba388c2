import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

const PATIENCE_MS = 5000

/**
 * Resolves when nobody else is connected to the database. A pool of pg says that it has ended before its
 * connections have: if the server goes away meanwhile, they raise an error that nobody listens for.
 * @throws Error when somebody stays
 */
export async function connectionsGone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const giveUpAt = performance.now() + PATIENCE_MS
    while (performance.now() < giveUpAt) {
      const { rows } = await client.query<{ others: string }>(
        `SELECT count(*) AS others FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      )
      if (Number(rows[0]?.others) === 0) return
      await setTimeout(20)
    }
    throw new Error('Somebody is still connected to the database.')
  } finally {
    await client.end()
  }
}
