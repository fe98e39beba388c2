import { migrate, PostgresStore } from '@x/asana-auth-store-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cuttableProxy } from './cuttable-proxy.ts'
import { failure } from './failure.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'
import { waitsForLock } from './waits-for-lock.ts'

const key = { provider: 'asana', subject: 'user-1' }
const record = { payload: 'payload', status: 'active', expiresAt: 2, updatedAt: 1 } as const

describe.skipIf(missing)(`What is unavailable ${missing ?? ''}`, () => {
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
    const small = database.pool({ max: 1 })
    const holder = await small.connect()
    // Of those who wait for the connection, not of making it, which takes longer on a busy machine.
    small.options.connectionTimeoutMillis = 200
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
})
