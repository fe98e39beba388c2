import { testCredentialStore, testOneTimeStore } from '@x/asana-auth-store-conformance'
import { migrate, PostgresOneTimeStore, PostgresStore } from '@x/asana-auth-store-postgres'
import { startPostgres } from '@x/test-services'
import pg from 'pg'
import { afterAll, describe, it } from 'vitest'
import { missing } from './scratch-database.ts'

describe.skipIf(missing)(`A Postgres that stops and comes back ${missing ?? ''}`, async () => {
  if (missing) return
  const server = await startPostgres({ throwaway: true })
  const pool = new pg.Pool({ connectionString: server.url, connectionTimeoutMillis: 2_000 })
  pool.on('error', () => {})
  await migrate(pool)
  afterAll(async () => {
    await pool.end()
    await server.close()
  })

  const outage = { stop: () => server.stop(), start: () => server.start(), keepsData: true }
  // The other cases have run elsewhere; these few keys are for the case that lists.
  const options = { outage, listingKeys: 50, contenders: 5 }
  testCredentialStore({ describe, it }, ({ namespace }) => new PostgresStore({ pool, namespace }), options)
  testOneTimeStore(
    { describe, it },
    ({ namespace }) => new PostgresOneTimeStore({ pool, namespace }),
    options,
  )
})
