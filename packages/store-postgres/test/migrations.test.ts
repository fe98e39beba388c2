import { readFile } from 'node:fs/promises'
import { migrate, migrationSql, PostgresStore } from '@x/asana-auth-store-postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cuttableProxy } from './cuttable-proxy.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'
import { waitsForLock } from './waits-for-lock.ts'

const key = { provider: 'asana', subject: 'user-1' }

describe('schema.sql', () => {
  // `npx vitest run packages/store-postgres/test/migrations.test.ts -u` writes it.
  it('is what migrationSql returns', async () => {
    await expect(migrationSql()).toMatchFileSnapshot('../schema.sql')
  })
})

describe.skipIf(missing)(`Migrations ${missing ?? ''}`, () => {
  let database: ScratchDatabase
  beforeAll(async () => {
    database = await ScratchDatabase.create()
  })
  afterAll(() => database?.close())

  async function freshSchema(schema: string) {
    const pool = database.pool({ max: 3 })
    await pool.query(`CREATE SCHEMA ${schema}`)
    return { pool, options: { schema } }
  }

  it('make the tables once, and say what they did', async () => {
    const { pool, options } = await freshSchema('once')
    expect(await migrate(pool, options)).toEqual(['0001'])
    const version = await new PostgresStore({ pool, ...options }).put(key, {
      payload: 'kept',
      status: 'active',
      updatedAt: 1,
    })
    expect(await migrate(pool, options)).toEqual([])
    expect((await new PostgresStore({ pool, ...options }).get(key))?.version).toBe(version)
  })

  it('run once when many processes start at once', async () => {
    const { options } = await freshSchema('at_once')
    const pools = Array.from({ length: 8 }, () => database.pool({ max: 1 }))
    const ran = await Promise.all(pools.map(pool => migrate(pool, options)))
    expect(ran.flat()).toEqual(['0001'])
  })

  it('run once where another isolation level is the default', async () => {
    const { options } = await freshSchema('serializable')
    const pools = Array.from({ length: 4 }, () =>
      database.pool({ max: 1, options: '-c default_transaction_isolation=serializable' }),
    )
    const ran = await Promise.all(pools.map(pool => migrate(pool, options)))
    expect(ran.flat()).toEqual(['0001'])
  })

  it('refuse a database that a newer release has migrated, and leave it alone', async () => {
    const { pool, options } = await freshSchema('newer')
    await migrate(pool, options)
    await pool.query(`INSERT INTO newer.asana_auth_migrations (id) VALUES ('0099')`)
    const error = await migrate(pool, options).catch(error => error)
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'invalid_option' })
    expect(error.message).toContain('0099')
    expect(error.message).toContain('update @x/asana-auth-store-postgres')
    // The transaction is over and its lock is gone: the next one is not kept waiting.
    await expect(migrate(pool, options)).rejects.toThrow('0099')
  })

  it('are all or nothing', async () => {
    const { pool, options } = await freshSchema('half')
    await pool.query('CREATE TABLE half.asana_auth_one_time (mine TEXT)')
    await expect(migrate(pool, options)).rejects.toMatchObject({ name: 'ConfigurationError' })
    const { rows } = await pool.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'half'`)
    expect(rows).toEqual([{ tablename: 'asana_auth_one_time' }])
    await pool.query('DROP TABLE half.asana_auth_one_time')
    expect(await migrate(pool, options)).toEqual(['0001'])
  })

  it('of schema.sql are known to migrate', async () => {
    const pool = database.pool()
    await pool.query(await readFile(new URL('../schema.sql', import.meta.url), 'utf8'))
    expect(await migrate(pool)).toEqual([])
  })

  it('as SQL take another schema and prefix', async () => {
    const { pool } = await freshSchema('elsewhere')
    const options = { schema: 'elsewhere', tablePrefix: 'Other_' }
    await pool.query(migrationSql(options))
    expect(await migrate(pool, options)).toEqual([])
    expect(await new PostgresStore({ pool, ...options }).get(key)).toBeUndefined()
  })

  it('with the longest names do not run into the limit of Postgres', async () => {
    const [schema, tablePrefix] = ['s'.repeat(41), 'p'.repeat(41)]
    const { pool } = await freshSchema(schema)
    expect(await migrate(pool, { schema, tablePrefix })).toEqual(['0001'])
    expect(await migrate(pool, { schema, tablePrefix })).toEqual([])
  })

  it('say how to make a schema that is missing', async () => {
    const error = await migrate(database.pool(), { schema: 'nowhere' }).catch(error => error)
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'store_not_migrated' })
    expect(error.message).toContain('CREATE SCHEMA "nowhere"')
  })

  it('whose connection is cut while they wait fail, and the process lives on', async () => {
    const { pool, options } = await freshSchema('cut')
    const holder = await pool.connect()
    await holder.query('BEGIN')
    // Not committed: whoever makes the same table waits for it.
    await holder.query('CREATE TABLE cut.asana_auth_migrations (id TEXT)')
    const proxy = await cuttableProxy(database.url)
    const waiting = database.pool({ connectionString: proxy.url, application_name: 'cut-off' })
    const outcome = migrate(waiting, options).catch(error => error)
    await waitsForLock(pool, 'cut-off')
    proxy.cut()
    expect(await outcome).toMatchObject({ code: 'store_unavailable' })
    await holder.query('ROLLBACK')
    holder.release()
    expect(await migrate(waiting, options)).toEqual(['0001'])
    proxy.close()
  })
})

describe('Names', () => {
  it.each(['', '1a', 'a-b', 'a b', 'a"b', 'a.b', 'ä', 'a;DROP', 'x'.repeat(42)])('refuses %j', name => {
    for (const option of ['schema', 'tablePrefix']) {
      expect(() => migrationSql({ [option]: name })).toThrow(option)
    }
  })
})
