import { migrate, PostgresOneTimeStore, PostgresStore } from '@x/asana-auth-store-postgres'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { everyCall } from './every-call.ts'
import { readmeGrants } from './readme-grants.ts'
import { missing, ScratchDatabase } from './scratch-database.ts'

const key = { provider: 'asana', subject: 'user-1' }
const record = { payload: 'payload', status: 'active', updatedAt: 1 } as const

describe.skipIf(missing)(`A role with the grants of the README ${missing ?? ''}`, () => {
  // Roles are those of the server, not of the database.
  const role = `asana_auth_test_${crypto.randomUUID().slice(0, 8)}`
  let database: ScratchDatabase
  let owner: pg.Pool
  let pool: pg.Pool
  let grants: string[]

  beforeAll(async () => {
    grants = await readmeGrants(role)
    database = await ScratchDatabase.create()
    owner = database.pool()
    await migrate(owner)
    await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`)
    await owner.query('REVOKE ALL ON SCHEMA public FROM PUBLIC')
    pool = database.pool({ connectionString: database.urlAs(role) })
  })
  beforeEach(async () => {
    await owner.query(`DROP OWNED BY ${role}`)
    await owner.query('TRUNCATE asana_auth_credentials, asana_auth_leases, asana_auth_one_time')
    for (const grant of grants) await owner.query(grant)
  })
  afterAll(async () => {
    await owner?.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
    await database?.close()
  })

  it('may do everything', async () => {
    expect(grants).toHaveLength(3)
    for (const call of Object.values(await everyCall({ pool }))) await call()
    expect(await migrate(pool)).toEqual([])
  })

  it('may do everything but migrate without the last one', async () => {
    await owner.query(`REVOKE SELECT ON asana_auth_migrations FROM ${role}`)
    for (const call of Object.values(await everyCall({ pool }))) await call()
    await expect(migrate(pool)).rejects.toMatchObject({ code: 'store_permission_denied' })
  })

  it('may not make tables, and is told so', async () => {
    const error = await migrate(pool, { tablePrefix: 'other_' }).catch(error => error)
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'store_permission_denied' })
    expect(error.message).toContain('GRANT USAGE, CREATE ON SCHEMA "public"')
  })

  const store = () => new PostgresStore({ pool })
  const oneTime = () => new PostgresOneTimeStore({ pool })
  const credentials = 'TABLE asana_auth_credentials'
  it.each<[string, string, () => Promise<unknown>]>([
    ['USAGE', 'SCHEMA public', () => store().get(key)],
    ['SELECT', credentials, () => store().get(key)],
    ['SELECT', credentials, () => store().list({ provider: 'asana' })],
    ['INSERT', credentials, () => store().put(key, record)],
    ['UPDATE', credentials, () => store().put(key, record, { ifVersion: 'version' })],
    ['DELETE', credentials, () => store().delete(key)],
    ['UPDATE', credentials, () => store().delete(key, { ifVersion: 'version' })],
    ['INSERT', 'TABLE asana_auth_leases', () => store().acquireLease(key, { ttlMs: 1000 })],
    ['DELETE', 'TABLE asana_auth_one_time', () => oneTime().take('state')],
  ])('without %s on %s is told what to grant', async (privilege, target, call) => {
    await owner.query(`REVOKE ${privilege} ON ${target} FROM ${role}`)
    const error: Error = await call().then(
      () => Promise.reject(new Error('it may')),
      error => error,
    )
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'store_permission_denied' })
    expect(error.message).toMatch(
      /GRANT USAGE ON SCHEMA "public" and GRANT SELECT, INSERT, UPDATE, DELETE ON /,
    )
    if (target.startsWith('TABLE ')) expect(error.message).toContain(`"public"."${target.slice(6)}"`)
    expect(error.message).toContain('postgres store')
  })
})
