import { migrate, PostgresStore } from '@x/asana-auth-store-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missing, ScratchDatabase } from './scratch-database.ts'

const key = { provider: 'asana', subject: 'user-1' }

describe.skipIf(missing)(`Type parsers of the application ${missing ?? ''}`, () => {
  let database: ScratchDatabase
  beforeAll(async () => {
    database = await ScratchDatabase.create()
    await migrate(database.pool())
  })
  afterAll(() => database?.close())

  it.each<[string, (text: string) => unknown]>([
    ['text, as pg does', text => text],
    ['numbers', Number],
    ['BigInts', BigInt],
  ])('leave times numbers, where a BIGINT is parsed as %s', async (_, parse) => {
    const pool = database.pool({
      types: {
        getTypeParser: (oid: number, format: 'text') =>
          oid === pg.types.builtins.INT8 ? parse : pg.types.getTypeParser(oid, format),
      } as pg.CustomTypesConfig,
    })
    const store = new PostgresStore({ pool })
    for (const expiresAt of [0, -1, 1_790_000_000_123, Number.MAX_SAFE_INTEGER]) {
      const record = { payload: 'payload', status: 'active', expiresAt, updatedAt: expiresAt } as const
      const version = await store.put(key, record)
      expect(await store.get(key)).toEqual({ record, version })
    }
  })

  it.each<[string, (text: string) => unknown]>([
    ['text', text => text],
    ['numbers', text => (text === 't' ? 1 : 0)],
  ])('leave a delete that loses a conflict, where a BOOLEAN is parsed as %s', async (_, parse) => {
    const pool = database.pool({
      types: {
        getTypeParser: (oid: number, format: 'text') =>
          oid === pg.types.builtins.BOOL ? parse : pg.types.getTypeParser(oid, format),
      } as pg.CustomTypesConfig,
    })
    const store = new PostgresStore({ pool })
    const ifVersion = await store.put(key, { payload: 'payload', status: 'active', updatedAt: 1 })
    const lost = store.delete(key, { ifVersion: 'another' })
    await expect(lost).rejects.toMatchObject({ code: 'version_conflict' })
    expect(await store.delete(key, { ifVersion })).toBe(true)
    expect(await store.delete(key, { ifVersion })).toBe(false)
  })

  it('have no fraction to parse: a token can do without', async () => {
    const store = new PostgresStore({ pool: database.pool() })
    await store.put(key, { payload: 'payload', status: 'active', expiresAt: 10.9, updatedAt: 5.1 })
    expect((await store.get(key))?.record).toMatchObject({ expiresAt: 10, updatedAt: 5 })
  })
})
