import { migrate, type PostgresPool, type PostgresQuery, PostgresStore } from '@x/asana-auth-store-postgres'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyCall } from './every-call.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'

describe.skipIf(missing)(`With 10,000 credentials ${missing ?? ''}`, () => {
  let database: ScratchDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await ScratchDatabase.create()
    pool = database.pool({ max: 1 })
    await migrate(pool)
    await pool.query(`INSERT INTO asana_auth_credentials
SELECT 'asana-auth', 'asana', 'user-' || n, repeat('x', 500), 'active', 1, 1, n::text FROM generate_series(1, 10000) n`)
    await pool.query(`INSERT INTO asana_auth_leases
SELECT 'asana-auth', 'asana', 'user-' || n, 'owner', now() + interval '1 hour' FROM generate_series(1, 10000) n`)
    await pool.query(`INSERT INTO asana_auth_one_time
SELECT 'asana-auth', 'state-' || n, 'value', now() + interval '1 hour' FROM generate_series(1, 10000) n`)
    await pool.query('ANALYZE')
  })
  afterAll(() => database?.close())

  /** The plan for any values, as a prepared statement has it that is used often. */
  async function planOf({ text, values = [] }: PostgresQuery): Promise<string> {
    await pool.query("SET plan_cache_mode = 'force_generic_plan'")
    await pool.query(`PREPARE explained AS ${text}`)
    const literals = values.map(value => (typeof value === 'number' ? value : `'${value}'`))
    const { rows } = await pool.query(`EXPLAIN EXECUTE explained (${literals.join(', ')})`)
    await pool.query('DEALLOCATE explained')
    return rows.map(row => row['QUERY PLAN']).join('\n')
  }

  function capturing(queries: PostgresQuery[]): PostgresPool {
    return {
      query: query => {
        queries.push(query)
        return pool.query(query)
      },
      connect: () => pool.connect(),
    }
  }

  it('every statement uses an index, none reads the table', async () => {
    const queries: PostgresQuery[] = []
    for (const [name, call] of Object.entries(
      await everyCall({ pool: capturing(queries), namespace: 'other' }),
    )) {
      queries.length = 0
      await call()
      const [query] = queries
      if (!query || name === 'put' || name === 'put where nothing is' || name === 'acquireLease') continue
      const plan = await planOf(query)
      expect(plan, name).toMatch(/Index/)
      expect(plan, name).not.toMatch(/Seq Scan|Sort/)
    }
  })

  it('a page of a prefix reads the rows of the page', async () => {
    const queries: PostgresQuery[] = []
    const store = new PostgresStore({ pool: capturing(queries) })
    const { keys, cursor } = await store.list({ provider: 'asana', subjectPrefix: 'user-99', limit: 50 })
    expect(keys).toHaveLength(50)
    const rest = await store.list({ provider: 'asana', subjectPrefix: 'user-99', ...(cursor && { cursor }) })
    expect(keys.length + rest.keys.length).toBe(111)
    for (const query of queries) {
      const plan = await planOf(query)
      expect(plan).toMatch(/Index (Only )?Scan using asana_auth_credentials_pkey/)
      // Both ends of the prefix, and where to go on, are bounds of the scan and no filter behind it.
      expect(plan).toMatch(/Index Cond: .*subject > .*subject >= .*subject < /)
    }
  })

  it('a limit is bounded', async () => {
    const { keys, cursor } = await new PostgresStore({ pool }).list({ provider: 'asana', limit: 1_000_000 })
    expect(keys).toHaveLength(1000)
    expect(cursor).toMatch(/^[\w-]+$/)
    expect((await new PostgresStore({ pool }).list({ provider: 'asana' })).keys).toHaveLength(100)
    for (const limit of [-1, 0, 1.9])
      expect((await new PostgresStore({ pool }).list({ provider: 'asana', limit })).keys).toHaveLength(1)
  })
})
