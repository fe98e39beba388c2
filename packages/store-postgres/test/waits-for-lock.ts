import type pg from 'pg'
import { expect } from 'vitest'

/** Resolves to the process id of the connection, as soon as it waits for a lock. */
export async function waitsForLock(pool: pg.Pool, applicationName: string): Promise<number> {
  const waiting = async () => {
    const { rows } = await pool.query(
      `SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'`,
      [applicationName],
    )
    return rows[0]?.pid
  }
  await expect.poll(waiting, { timeout: 10_000 }).toBeDefined()
  return waiting()
}
