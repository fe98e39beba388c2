import { migrate, type PostgresPool, type PostgresQuery } from '@x/asana-auth-store-postgres'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyCall } from './every-call.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'

describe.skipIf(missing)(`Every call ${missing ?? ''}`, () => {
  let database: ScratchDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await ScratchDatabase.create()
    pool = database.pool()
    await migrate(pool)
  })
  afterAll(() => database?.close())

  /** Writes down what goes through. */
  function recording(queries: PostgresQuery[]): PostgresPool {
    return {
      query: query => {
        queries.push(query)
        return pool.query(query)
      },
      connect: () => pool.connect(),
    }
  }

  it.each([true, false])('is one statement, prepared: %s', async prepared => {
    const queries: PostgresQuery[] = []
    const calls = await everyCall({ pool: recording(queries), namespace: `prepared ${prepared}`, prepared })
    for (const [name, call] of Object.entries(calls)) {
      queries.length = 0
      await call()
      expect(queries, name).toHaveLength(1)
      expect(queries[0]?.name !== undefined, name).toBe(prepared)
    }
  })

  it('has a name of its own, the same in every store on the same tables', async () => {
    const queries: PostgresQuery[] = []
    for (const namespace of ['a', 'b']) {
      for (const call of Object.values(await everyCall({ pool: recording(queries), namespace }))) await call()
    }
    const texts = new Map(queries.map(({ name, text }) => [name, text]))
    for (const { name, text } of queries) {
      expect(texts.get(name)).toBe(text)
      expect(name?.length).toBeLessThan(64)
    }
    expect(texts.size).toBe(new Set(texts.values()).size)
    // 7 for credentials, 3 for leases, 2 for one-time values.
    expect(texts.size).toBe(12)
  })
})
