import { freePort, requireService, startPostgres } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, type RunWith, Workbench } from './support/command-line.ts'

interface Check {
  readonly check: string
  readonly status: string
  readonly message: string
  readonly fix?: string
}

async function examine(bench: Workbench, how?: RunWith) {
  const ran = await bench.run(['doctor', '--json'], how)
  const { checks, ok } = ran.documents[0] as unknown as { checks: Check[]; ok: boolean }
  return { ...ran, ok, checks, found: (name: string) => checks.find(({ check }) => check === name) }
}

const missing = await requireService('redis')

describe.skipIf(missing)(`doctor ${missing ?? ''}`, () => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await Workbench.open()
  })
  afterAll(() => bench.close())

  it('finds nothing wrong with a setup that works, and leaves nothing behind', async () => {
    const { code, ok, checks } = await examine(bench)
    expect(checks.filter(({ status }) => status === 'failure' || status === 'warning')).toEqual([])
    expect({ code, ok }).toEqual({ code: 0, ok: true })
    expect(checks.map(({ check }) => check)).toEqual([
      'app.client_id',
      'app.client_secret',
      'app.redirect_uri',
      'app.scopes',
      'endpoint.authorization',
      'endpoint.token',
      'endpoint.api',
      'clock',
      'encryption.keys',
      'store.read',
      'store.write',
      'store.credentials',
    ])
    expect((await bench.run(['list'])).out).toBe('')
  })

  it('says what to do about each thing that is missing', async () => {
    const { code, checks, found } = await examine(bench, {
      env: {
        ASANA_CLIENT_ID: '',
        ASANA_CLIENT_SECRET: '',
        ASANA_REDIRECT_URI: '',
        ENCRYPTION_KEYS: '',
        CREDENTIAL_STORE: '',
      },
    })
    expect(code).toBe(1)
    expect(found('app.client_id')).toMatchObject({
      status: 'failure',
      fix: expect.stringContaining('ASANA_CLIENT_ID'),
    })
    expect(found('encryption.keys')).toMatchObject({
      status: 'warning',
      fix: expect.stringContaining('openssl'),
    })
    expect(found('store.settings')).toMatchObject({ status: 'failure' })
    for (const { status, fix } of checks) if (status === 'failure') expect(fix).toMatch(/\w/)
  })

  it('tells of keys that are not well-formed', async () => {
    const { code, found } = await examine(bench, { env: { ENCRYPTION_KEYS: 'first:passphrase' } })
    expect(code).toBe(1)
    expect(found('encryption.keys')).toMatchObject({ status: 'failure' })
  })

  it('tells of an insecure endpoint', async () => {
    const { found } = await examine(bench, { env: { ASANA_TOKEN_URL: 'http://asana.example/token' } })
    expect(found('app')).toMatchObject({ status: 'failure', message: expect.stringContaining('https') })
  })

  it('tells that Asana cannot be reached', async () => {
    const { code, found } = await examine(bench, {
      env: { ASANA_BASE_URL: `http://127.0.0.1:${await freePort()}/api/1.0` },
    })
    expect(code).toBe(1)
    expect(found('endpoint.api')).toMatchObject({
      status: 'failure',
      fix: expect.stringContaining('network'),
    })
    expect(found('endpoint.token')).toMatchObject({ status: 'ok' })
  })

  it.each([
    [3_600_000, 'ahead of'],
    [-3_600_000, 'behind'],
  ])('tells that the clock is %d ms off', async (skewMs, direction) => {
    const { found } = await examine(bench, { clock: { now: () => Date.now() + skewMs } })
    expect(found('clock')).toMatchObject({
      status: 'warning',
      // What is waited for the answer counts in, and the answer tells whole seconds.
      message: expect.stringMatching(new RegExp(`3(59|60|61)\\d s ${direction}`)),
    })
  })

  it('tells whether Asana knows the personal access token', async () => {
    const [user] = bench.sandbox.users
    const token = bench.sandbox.createPersonalAccessToken(user?.gid ?? '')
    const known = await examine(bench, { env: { ASANA_ACCESS_TOKEN: token } })
    expect(known.found('app.token')).toMatchObject({ status: 'ok' })
    const unknown = await examine(bench, { env: { ASANA_ACCESS_TOKEN: 'revoked-a-year-ago' } })
    expect(unknown.found('app.token')).toMatchObject({ status: 'failure' })
    expect(unknown.out).not.toContain('revoked-a-year-ago')
  })

  it('tells the mode of the scopes', async () => {
    expect((await examine(bench)).found('app.scopes')?.message).toContain('Full permissions')
    await using granular = await Workbench.open({ scopes: ['users:read', 'tasks:read'] })
    expect((await examine(granular)).found('app.scopes')?.message).toContain('granular')
  })

  it('tells of a redirect URI that is not registered', async () => {
    const { found } = await examine(bench, { env: { ASANA_REDIRECT_URI: 'http://127.0.0.1:1/other' } })
    expect(found('app.scopes')).toMatchObject({
      status: 'failure',
      message: expect.stringContaining('redirect'),
    })
  })

  it('tells that the store is away', async () => {
    const { code, found } = await examine(bench, {
      env: { REDIS_URL: `redis://127.0.0.1:${await freePort()}` },
    })
    expect(code).toBe(1)
    expect(found('store.read')).toMatchObject({
      status: 'failure',
      fix: expect.stringContaining('REDIS_URL'),
    })
  })

  it('tells of credentials that the keys do not open', async () => {
    await bench.connect('ada')
    expect((await examine(bench)).found('store.credentials')).toMatchObject({ status: 'ok' })
    const { code, found } = await examine(bench, { env: { ENCRYPTION_KEYS: newKey('wrong') } })
    expect(code).toBe(1)
    expect(found('store.credentials')).toMatchObject({
      status: 'failure',
      message: expect.stringContaining('"first"'),
    })
  })

  it('shows people marks and remedies', async () => {
    const { code, out, err } = await bench.run(['doctor'], { env: { ASANA_CLIENT_ID: '' } })
    expect(code).toBe(1)
    expect(out).toMatch(/^✗ app\.client_id +There is no client id\.\n +→ Set ASANA_CLIENT_ID/)
    expect(err).toContain('1 check failed')
  })
})

const noPostgres = await requireService('postgres')

describe.skipIf(missing || noPostgres)(`doctor on Postgres ${noPostgres ?? ''}`, () => {
  it('tells that the tables are missing, and how to make them', async () => {
    const [bench, server] = await Promise.all([Workbench.open(), startPostgres()])
    const env = { CREDENTIAL_STORE: 'postgres', DATABASE_URL: await server.createDatabase() }
    try {
      const before = await examine(bench, { env })
      expect(before.found('store.read')).toMatchObject({ fix: 'Run: asana-auth migrate schema' })
      await bench.run(['migrate', 'schema'], { env })
      expect((await examine(bench, { env })).code).toBe(0)
    } finally {
      await Promise.all([bench.close(), server.close()])
    }
  })
})
