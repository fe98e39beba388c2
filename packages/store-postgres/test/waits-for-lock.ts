import type pg from 'pg'
import { expect } from 'vitest'

/** Resolves to the process id of the connection, as soon as it waits for a lock. */
export async function waitsForLock(pool: pg.Pool, applicationName: string): Promise<number> {
  let pid = 0
  const waiting = async () => {
    const { rows } = await pool.query(
      `SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'`,
      [applicationName],
    )
    // Who waits for a lock looks for a deadlock now and then, and does not wait while it looks.
    if (rows[0]) pid = rows[0].pid
    return rows.length
  }
  await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
  return pid
}
