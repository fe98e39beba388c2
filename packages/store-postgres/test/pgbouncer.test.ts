import { testCredentialStore, testOneTimeStore } from '@x/asana-auth-store-conformance'
import { migrate, PostgresOneTimeStore, PostgresStore } from '@x/asana-auth-store-postgres'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { pgbouncerVersion, startPgbouncer } from './pgbouncer.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'

const version = await pgbouncerVersion()
const reason = missing ?? (version ? undefined : '[skipped: there is no pgbouncer on PATH]')
if (reason) process.stdout.write(`pgbouncer.test.ts ${reason}\n`)
/** Since 1.21 it carries prepared statements. */
const carries = version !== undefined && version >= 121

describe.skipIf(reason)(`Behind PgBouncer ${reason ?? ''}`, async () => {
  if (reason) return
  const database = await ScratchDatabase.create()
  const bouncer = await startPgbouncer(database.url, carries ? { max_prepared_statements: 100 } : {})
  const pool = new pg.Pool({ connectionString: bouncer.url })
  pool.on('error', () => {})
  await migrate(pool)
  afterAll(async () => {
    await pool.end()
    await bouncer.close()
    await database.close()
  })

  for (const prepared of carries ? [true, false] : [false]) {
    const how = prepared ? 'prepared' : 'not prepared'
    testCredentialStore(
      { describe, it },
      ({ namespace }) => new PostgresStore({ pool, namespace, prepared }),
      { name: `PostgresStore, ${how}`, listingKeys: 500 },
    )
    testOneTimeStore(
      { describe, it },
      ({ namespace }) => new PostgresOneTimeStore({ pool, namespace, prepared }),
      { name: `PostgresOneTimeStore, ${how}` },
    )
  }

  it.skipIf(carries)('before 1.21 says what to set', async () => {
    const store = new PostgresStore({ pool })
    const get = () => store.get({ provider: 'asana', subject: 'user-1' })
    const calls = await Promise.allSettled(Array.from({ length: 40 }, get))
    const failures = calls.filter(call => call.status === 'rejected').map(call => call.reason)
    expect(failures).not.toEqual([])
    for (const failure of failures) expect(failure.message).toContain('prepared: false')
  })
})
