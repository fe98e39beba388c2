import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { requireService, startPostgres } from '../src/index.ts'
import { expectClosed, expectStopped } from './leftovers.ts'

const missing = await requireService('postgres')

// Each makes and starts a real server, for which a hook would have as long.
describe.skipIf(missing)(`Postgres ${missing ?? ''}`, { timeout: 60_000 }, () => {
  it('starts, stops, comes back on the same port with its data, and leaves nothing behind', async () => {
    const postgres = await startPostgres({ throwaway: true })
    const port = Number(new URL(postgres.url).port)
    const pool = new pg.Pool({ connectionString: postgres.url })
    pool.on('error', () => {})
    try {
      expect(postgres.managed).toBe(true)
      await pool.query("CREATE TABLE kept AS SELECT 'yes' AS value")
      await postgres.stop()
      await expectStopped(port)
      await expect(pool.query('SELECT 1')).rejects.toThrow()
      await postgres.start()
      expect((await pool.query('SELECT value FROM kept')).rows).toEqual([{ value: 'yes' }])
    } finally {
      await pool.end()
      await postgres.close()
    }
    await expectClosed(port)
  })

  it('makes databases, and drops them on a server that is not ours', async () => {
    const server = await startPostgres({ throwaway: true })
    try {
      process.env['TEST_POSTGRES_URL'] = server.url
      const shared = await startPostgres()
      expect(shared.managed).toBe(false)
      const url = await shared.createDatabase()
      const odd = await shared.createDatabase('odd "name"')
      const connected = new pg.Client({ connectionString: odd })
      connected.on('error', () => {})
      await connected.connect()
      expect((await connected.query('SELECT current_database() AS name')).rows).toEqual([
        { name: 'odd "name"' },
      ])
      await shared.close()
      await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow('does not exist')
    } finally {
      delete process.env['TEST_POSTGRES_URL']
      await server.close()
    }
  })
})
