import { testCredentialStore, testOneTimeStore } from '@x/asana-auth-store-conformance'
import { migrate, PostgresOneTimeStore, PostgresStore } from '@x/asana-auth-store-postgres'
import { afterAll, describe, it } from 'vitest'
import { missing, ScratchDatabase } from './scratch-database.ts'

describe.skipIf(missing)(`Where SERIALIZABLE is the default ${missing ?? ''}`, async () => {
  if (missing) return
  const database = await ScratchDatabase.create()
  const pool = database.pool({ options: '-c default_transaction_isolation=serializable' })
  await migrate(pool)
  afterAll(() => database.close())

  const options = { listingKeys: 200 }
  testCredentialStore({ describe, it }, ({ namespace }) => new PostgresStore({ pool, namespace }), options)
  testOneTimeStore({ describe, it }, ({ namespace }) => new PostgresOneTimeStore({ pool, namespace }))
})
