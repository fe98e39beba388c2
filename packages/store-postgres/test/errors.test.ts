import { inspect } from 'node:util'
import { migrate, PostgresStore, type PostgresStoreOptions } from '@x/asana-auth-store-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cuttableProxy } from './cuttable-proxy.ts'
import { CANARY, everyCall } from './every-call.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'
import { waitsForLock } from './waits-for-lock.ts'

const key = { provider: 'asana', subject: 'user-1' }
const record = { payload: CANARY, status: 'active', expiresAt: 2, updatedAt: 1 } as const

function failure(call: Promise<unknown>): Promise<Error & { code?: string; context?: unknown }> {
  return call.then(
    () => Promise.reject(new Error('it did not fail')),
    error => error,
  )
}

describe.skipIf(missing)(`Errors ${missing ?? ''}`, () => {
  let database: ScratchDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await ScratchDatabase.create()
    pool = database.pool()
    await migrate(pool)
  })
  afterAll(() => database?.close())

  it.each([
    ['refuses the connection', 'postgres://postgres@127.0.0.1:1/none', /ECONNREFUSED/],
    ['refuses on all addresses of a host', 'postgres://postgres@localhost:1/none', /ECONNREFUSED/],
    ['has no such host', 'postgres://postgres@no-such-host.invalid/none', /ENOTFOUND|EAI_AGAIN/],
  ])('a server that %s is unavailable', async (_, connectionString, message) => {
    const store = new PostgresStore({ pool: new pg.Pool({ connectionString }) })
    const error = await failure(store.get(key))
    expect(error).toMatchObject({
      name: 'StoreUnavailableError',
      context: { store: 'postgres', operation: 'get', key },
    })
    expect(error.message).toMatch(message)
  })

  it.each([
    [
      'does not exist',
      (url: URL) => (url.pathname = '/no_such_database'),
      /"no_such_database" does not exist/,
    ],
    ['refuses the login', (url: URL) => (url.username = 'nobody_of_this_name'), /nobody_of_this_name/],
  ])('a database that %s is unavailable, and the message says why', async (_, change, message) => {
    const url = new URL(database.url)
    change(url)
    const store = new PostgresStore({ pool: database.pool({ connectionString: url.href }) })
    await expect(store.get(key)).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect(store.get(key)).rejects.toThrow(message)
  })

  it.each<[string, pg.PoolConfig, string]>([
    ['a statement timeout', { options: '-c statement_timeout=100' }, 'statement timeout'],
    ['a lock timeout', { options: '-c lock_timeout=100' }, 'lock timeout'],
    ['a timeout of the driver', { query_timeout: 100 }, 'timeout'],
  ])('%s is an outage, not a conflict', async (_, options, message) => {
    const holder = await pool.connect()
    await holder.query('BEGIN; LOCK TABLE asana_auth_credentials')
    const store = new PostgresStore({ pool: database.pool(options) })
    const error = await failure(store.put(key, record))
    await holder.query('ROLLBACK')
    holder.release()
    expect(error.name).toBe('StoreUnavailableError')
    expect(error.message).toContain(message)
  })

  it('a pool that has no connection left is an outage', async () => {
    const small = database.pool({ max: 1, connectionTimeoutMillis: 50 })
    const holder = await small.connect()
    await expect(new PostgresStore({ pool: small }).get(key)).rejects.toMatchObject({
      code: 'store_unavailable',
    })
    holder.release()
    await new PostgresStore({ pool: small }).get(key)
  })

  it('a server that takes no more connections is an outage', async () => {
    await pool.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} CONNECTION LIMIT 0`)
    const role = `asana_auth_limited_${crypto.randomUUID().slice(0, 8)}`
    await pool.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`)
    const store = new PostgresStore({ pool: database.pool({ connectionString: database.urlAs(role) }) })
    const error = await failure(store.get(key))
    await pool.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} CONNECTION LIMIT -1`)
    await pool.query(`DROP ROLE ${role}`)
    expect(error.name).toBe('StoreUnavailableError')
    expect(error.message).toContain('too many connections')
  })

  it('a standby that takes no writes is an outage for writes', async () => {
    const readOnly = database.pool({ options: '-c default_transaction_read_only=on' })
    const store = new PostgresStore({ pool: readOnly })
    await store.get(key)
    const error = await failure(store.put(key, record))
    expect(error.name).toBe('StoreUnavailableError')
    expect(error.message).toContain('read-only')
  })

  it('a pooled connection that was cut fails once at most', async () => {
    const cut = database.pool({ max: 1 })
    const store = new PostgresStore({ pool: cut })
    for (let round = 0; round < 3; round++) {
      const { rows } = await cut.query('SELECT pg_backend_pid() AS pid')
      await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid])
      const first = await store.get(key).catch(error => error)
      if (first instanceof Error) expect(first.name).toBe('StoreUnavailableError')
      await store.get(key)
    }
  })

  it.each(['by the server', 'by the network'])('a call whose connection is cut %s is an outage', async by => {
    const holder = await pool.connect()
    await holder.query('BEGIN; LOCK TABLE asana_auth_credentials')
    const proxy = await cuttableProxy(database.url)
    const cut = database.pool({ connectionString: proxy.url, application_name: by })
    const store = new PostgresStore({ pool: cut })
    const failing = failure(store.put(key, record))
    const pid = await waitsForLock(pool, by)
    if (by === 'by the network') proxy.cut()
    else await pool.query('SELECT pg_terminate_backend($1)', [pid])
    expect((await failing).name).toBe('StoreUnavailableError')
    await holder.query('ROLLBACK')
    holder.release()
    await store.get(key)
    await cut.end()
    proxy.close()
  })

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
