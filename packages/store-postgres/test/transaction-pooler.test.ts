import { testCredentialStore, testOneTimeStore } from '@x/asana-auth-store-conformance'
import { migrate, PostgresOneTimeStore, PostgresStore } from '@x/asana-auth-store-postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { RoundRobinPool } from './round-robin-pool.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'

describe.skipIf(missing)(`Behind a transaction pooler ${missing ?? ''}`, async () => {
  if (missing) return
  const database = await ScratchDatabase.create()
  await migrate(database.pool())
  const keeping = new RoundRobinPool(database.url)
  const forgetting = new RoundRobinPool(database.url, { discard: true })
  afterAll(async () => {
    await Promise.all([keeping.end(), forgetting.end()])
    await database.close()
  })

  const options = { listingKeys: 200, contenders: 10 }
  testCredentialStore({ describe, it }, ({ namespace }) => new PostgresStore({ pool: keeping, namespace }), {
    name: 'PostgresStore, every query on another connection',
    ...options,
  })
  testCredentialStore(
    { describe, it },
    ({ namespace }) => new PostgresStore({ pool: forgetting, namespace, prepared: false }),
    { name: 'PostgresStore, every query on another connection that forgets its session', ...options },
  )
  testOneTimeStore(
    { describe, it },
    ({ namespace }) => new PostgresOneTimeStore({ pool: forgetting, namespace, prepared: false }),
    { name: 'PostgresOneTimeStore, every query on another connection that forgets its session' },
  )

  it('says what to set when the pooler loses prepared statements', async () => {
    const store = new PostgresStore({ pool: forgetting })
    const key = { provider: 'asana', subject: 'user-1' }
    const calls = await Promise.allSettled(Array.from({ length: 6 }, () => store.get(key)))
    const failures = calls.filter(call => call.status === 'rejected').map(call => call.reason)
    expect(failures).not.toEqual([])
    for (const failure of failures) {
      expect(failure).toMatchObject({ name: 'ConfigurationError', code: 'invalid_option' })
      expect(failure.message).toContain('prepared: false')
    }
  })
})
