import { migrate, PostgresOneTimeStore, PostgresStore } from '@x/asana-auth-store-postgres'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { missing, ScratchDatabase } from './scratch-database.ts'

const key = { provider: 'asana', subject: 'user-1' }

describe.skipIf(missing)(`What expired ${missing ?? ''}`, () => {
  let database: ScratchDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await ScratchDatabase.create()
    pool = database.pool()
    await migrate(pool)
  })
  beforeEach(() => pool.query('TRUNCATE asana_auth_leases, asana_auth_one_time'))
  afterAll(() => database?.close())

  async function count(table: string): Promise<number> {
    return (await pool.query(`SELECT count(*)::int AS count FROM asana_auth_${table}`)).rows[0].count
  }

  it('of leases goes, ten with every release, and what is held stays', async () => {
    await pool.query(`INSERT INTO asana_auth_leases
SELECT 'any', 'asana', 'killed-' || n, 'owner', now() - interval '1 hour' FROM generate_series(1, 25) n
UNION ALL SELECT 'any', 'asana', 'held-' || n, 'owner', now() + interval '1 hour' FROM generate_series(1, 5) n`)
    const store = new PostgresStore({ pool })
    for (const left of [20, 10, 5, 5]) {
      const attempt = await store.acquireLease(key, { ttlMs: 60_000 })
      if (attempt.status === 'acquired') await attempt.lease.release()
      expect(await count('leases')).toBe(left)
    }
  })

  it('of one-time values goes, ten with every put, and what is good stays', async () => {
    await pool.query(`INSERT INTO asana_auth_one_time
SELECT 'any', 'abandoned-' || n, 'value', now() - interval '1 hour' FROM generate_series(1, 25) n`)
    const store = new PostgresOneTimeStore({ pool })
    for (const [index, left] of [16, 7, 3, 4].entries()) {
      await store.put(`state-${index}`, 'value', 60_000)
      expect(await count('one_time')).toBe(left)
    }
    for (let index = 0; index < 4; index++) expect(await store.take(`state-${index}`)).toBe('value')
  })

  it('does not stand in the way of the same key', async () => {
    await pool.query(
      `INSERT INTO asana_auth_one_time VALUES ('asana-auth', 'state', 'old', now() - interval '1 hour')`,
    )
    const store = new PostgresOneTimeStore({ pool })
    expect(await store.take('state')).toBeUndefined()
    await store.put('state', 'new', 60_000)
    expect(await store.take('state')).toBe('new')
  })

  it('is left to whoever is at it already', async () => {
    await pool.query(
      `INSERT INTO asana_auth_one_time VALUES ('any', 'locked', 'old', now() - interval '1 hour')`,
    )
    const other = await pool.connect()
    await other.query(`BEGIN; SELECT * FROM asana_auth_one_time FOR UPDATE`)
    await new PostgresOneTimeStore({ pool }).put('state', 'new', 60_000)
    await other.query('ROLLBACK')
    other.release()
    expect(await count('one_time')).toBe(2)
  })

  it('does not pile up while many processes put and nobody takes', async () => {
    const store = new PostgresOneTimeStore({ pool })
    for (let round = 0; round < 5; round++) {
      await Promise.all(Array.from({ length: 20 }, (_, n) => store.put(`${round}-${n}`, 'value', 60_000)))
      await pool.query(`UPDATE asana_auth_one_time SET expires_at = now() - interval '1 hour'`)
    }
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.put(`last-${n}`, 'value', 60_000)))
    expect(await count('one_time')).toBeLessThanOrEqual(30)
  })
})
