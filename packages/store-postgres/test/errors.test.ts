import { inspect } from 'node:util'
import { migrate, PostgresStore, type PostgresStoreOptions } from '@x/asana-auth-store-postgres'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CANARY, everyCall } from './every-call.ts'
import { failure } from './failure.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'

const key = { provider: 'asana', subject: 'user-1' }
const record = { payload: CANARY, status: 'active', expiresAt: 2, updatedAt: 1 } as const

describe.skipIf(missing)(`Errors ${missing ?? ''}`, () => {
  let database: ScratchDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await ScratchDatabase.create()
    pool = database.pool()
    await migrate(pool)
  })
  afterAll(() => database?.close())

  it.each<[string, Partial<PostgresStoreOptions>]>([
    ['missing tables', { tablePrefix: 'nothing_' }],
    ['a missing schema', { schema: 'nowhere' }],
  ])('%s say how to make them', async (_, place) => {
    const error = await failure(new PostgresStore({ pool, ...place }).get(key))
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'store_not_migrated' })
    expect(error.message).toContain('await migrate(pool)')
    expect(error.message).toContain('postgres store, get of asana/"user-1"')
  })

  it("somebody else's table of that name says the same", async () => {
    await pool.query('CREATE TABLE wrong_credentials (namespace INT, provider INT, subject INT, payload INT)')
    const store = new PostgresStore({ pool, tablePrefix: 'wrong_' })
    await expect(store.get(key)).rejects.toMatchObject({ code: 'store_not_migrated' })
    await expect(store.put(key, record)).rejects.toMatchObject({ code: 'store_not_migrated' })
  })

  it('a value that Postgres refuses is no outage, and what is stored stays', async () => {
    const store = new PostgresStore({ pool })
    const version = await store.put(key, record)
    for (const broken of [{ updatedAt: Number.NaN }, { expiresAt: 1e30 }, { payload: 'a\0b' }]) {
      await expect(store.put(key, { ...record, ...broken })).rejects.toMatchObject({
        name: 'ConfigurationError',
        code: 'invalid_option',
      })
    }
    expect(await store.get(key)).toEqual({ record, version })
    await expect(store.list({ provider: 'asana', limit: Number.NaN })).rejects.toMatchObject({
      code: 'invalid_option',
    })
  })

  it('an option that is wrong is found before anything is sent', () => {
    expect(() => new PostgresStore({ pool, tablePrefix: 'a"; DROP' })).toThrow('tablePrefix')
    // @ts-expect-error for those without types
    expect(() => new PostgresStore({})).toThrow('pool')
  })

  it('never carry the payload, whatever pg hangs on its own', async () => {
    await migrate(pool, { tablePrefix: 'leaky_' })
    const calls = await everyCall({ pool, tablePrefix: 'leaky_' })
    // Says in message, detail and hint what it was given.
    await pool.query(`CREATE FUNCTION leak() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
RAISE EXCEPTION '%', COALESCE(NEW, OLD)::text USING DETAIL = COALESCE(NEW, OLD)::text, HINT = COALESCE(NEW, OLD)::text; END $$`)
    for (const table of ['credentials', 'one_time'])
      await pool.query(
        `CREATE TRIGGER leak BEFORE INSERT OR UPDATE OR DELETE ON leaky_${table} FOR EACH ROW EXECUTE FUNCTION leak()`,
      )
    for (const name of ['put', 'put over a version', 'put where nothing is', 'put of a one-time value']) {
      const error = await failure(calls[name]?.() ?? Promise.reject())
      expect(error.name).toBe('ConfigurationError')
      expect(inspect(error, { depth: 10, showHidden: true }), name).not.toContain(CANARY)
    }
    for (const name of ['delete', 'take']) {
      const error = await failure(calls[name]?.() ?? Promise.reject())
      expect(error.name).toBe('ConfigurationError')
    }
  })
})
