import { testCredentialStore, testOneTimeStore } from '@x/asana-auth-store-conformance'
import { migrate, PostgresOneTimeStore, PostgresStore } from '@x/asana-auth-store-postgres'
import { SealingStore } from '@x/fixtures'
import { afterAll, describe, it } from 'vitest'
import { missing, ScratchDatabase } from './scratch-database.ts'

describe.skipIf(missing)(`Postgres ${missing ?? ''}`, async () => {
  if (missing) return
  const database = await ScratchDatabase.create()
  const pool = database.pool()
  await migrate(pool)
  afterAll(() => database.close())

  for (const prepared of [true, false]) {
    const how = prepared ? 'prepared' : 'not prepared'
    // All 10,000 keys once: the rest shows nothing new with them.
    const listingKeys = prepared ? 10_000 : 1_000
    testCredentialStore(
      { describe, it },
      ({ namespace }) => new PostgresStore({ pool, namespace, prepared }),
      { name: `PostgresStore, ${how}`, listingKeys },
    )
    testOneTimeStore(
      { describe, it },
      ({ namespace }) => new PostgresOneTimeStore({ pool, namespace, prepared }),
      { name: `PostgresOneTimeStore, ${how}` },
    )
  }
  testCredentialStore(
    { describe, it },
    ({ namespace }) => new SealingStore(new PostgresStore({ pool, namespace })),
    { name: 'PostgresStore, sealed', listingKeys: 1_000 },
  )
})
