import { migrate, PostgresOneTimeStore, PostgresStore } from '@x/asana-auth-store-postgres'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missing, ScratchDatabase } from './scratch-database.ts'

const key = { provider: 'asana', subject: 'user-1' }

describe.skipIf(missing)(`Stores side by side in one database ${missing ?? ''}`, () => {
  let database: ScratchDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await ScratchDatabase.create()
    // One connection: the prepared statements of all stores meet on it.
    pool = database.pool({ max: 1 })
    await pool.query('CREATE SCHEMA other')
  })
  afterAll(() => database?.close())

  it('do not see each other through prefix, schema or namespace', async () => {
    const places = [
      {},
      { tablePrefix: 'second_' },
      { tablePrefix: 'Second_' },
      { schema: 'other' },
      { namespace: 'tenant' },
    ]
    for (const place of places) await migrate(pool, place)
    const stores = places.map(place => new PostgresStore({ pool, ...place }))
    const once = places.map(place => new PostgresOneTimeStore({ pool, ...place }))
    for (const [index, store] of stores.entries()) {
      await store.put(key, { payload: `${index}`, status: 'active', updatedAt: index }, { ifVersion: null })
      expect((await store.acquireLease(key, { ttlMs: 60_000 })).status).toBe('acquired')
      await once[index]?.put('state', `${index}`, 60_000)
    }
    for (const [index, store] of stores.entries()) {
      expect((await store.get(key))?.record.payload).toBe(`${index}`)
      expect((await store.list({ provider: 'asana' })).keys).toEqual([key])
      expect(await once[index]?.take('state')).toBe(`${index}`)
      expect(await store.delete(key)).toBe(true)
    }
  })

  it('leave the pool open', async () => {
    await new PostgresStore({ pool }).close()
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })
})
