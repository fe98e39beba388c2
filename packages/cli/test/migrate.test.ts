import { PostgresStore } from '@x/asana-auth-store-postgres'
import { type Postgres, requireService, startPostgres } from '@x/test-services'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newKey, Workbench } from './support/command-line.ts'

const missing = (await requireService('redis')) ?? (await requireService('postgres'))

describe.skipIf(missing)(`migrate ${missing ?? ''}`, () => {
  let bench: Workbench
  let server: Postgres
  let pool: pg.Pool
  let target: PostgresStore
  beforeAll(async () => {
    ;[bench, server] = await Promise.all([Workbench.open(), startPostgres()])
    await bench.connect('ada', 'bob', 'eve')
  })
  beforeEach(async () => {
    const url = await server.createDatabase()
    await pool?.end()
    pool = new pg.Pool({ connectionString: url })
    target = new PostgresStore({ pool, namespace: bench.env['CREDENTIAL_NAMESPACE'] ?? '' })
    bench.env['DATABASE_URL'] = url
    bench.env['TARGET_ENCRYPTION_KEYS'] = newKey('there')
  })
  afterAll(async () => {
    await pool?.end()
    await Promise.all([bench?.close(), server?.close()])
  })

  const there = () =>
    bench.manager(target, { ...bench.env, ENCRYPTION_KEYS: bench.env['TARGET_ENCRYPTION_KEYS'] ?? '' })
  const migrate = (...args: string[]) => bench.run(['migrate', '--to', 'postgres', '--json', ...args])
  const prepare = () => bench.run(['migrate', 'schema'])

  describe('schema', () => {
    it('makes the tables, and then has nothing to do', async () => {
      const { code, documents } = await bench.run(['migrate', 'schema', '--json'])
      expect(code).toBe(0)
      expect(documents[0]?.['migrations']).not.toEqual([])
      expect((await bench.run(['migrate', 'schema', '--json'])).documents).toEqual([{ migrations: [] }])
      expect((await bench.run(['list', '--store', 'postgres'])).code).toBe(0)
    })

    it('prints the SQL without a database', async () => {
      const { code, out } = await bench.run(['migrate', 'schema', '--print'], {
        env: { DATABASE_URL: '', POSTGRES_TABLE_PREFIX: 'mine_' },
      })
      expect(code).toBe(0)
      expect(out).toContain('CREATE TABLE "public"."mine_credentials"')
    })

    it('is what is missing when a command says that the tables are', async () => {
      const ran = await bench.run(['list', '--store', 'postgres', '--json'])
      expect(ran).toMatchObject({ code: 2, remarks: [{ error: { code: 'store_not_migrated' } }] })
    })
  })

  it('copies all credentials, sealed for the target', async () => {
    await prepare()
    const { code, documents } = await migrate()
    expect({ code, documents }).toEqual({
      code: 0,
      documents: [
        { dryRun: false, scanned: 3, copied: 3, updated: 0, same: 0, kept: 0, gone: 0, unreadable: 0 },
      ],
    })
    await using here = bench.manager()
    await using auth = there()
    for (const subject of ['ada', 'bob', 'eve']) {
      expect(await auth.loadCredentials('asana', subject)).toEqual(
        await here.loadCredentials('asana', subject),
      )
      const [before, after] = [await here.status(subject), await auth.status(subject)]
      expect(after).toEqual({ ...before, sealedWith: 'there' })
    }
  })

  it('keeps the status of those who have to authorize again', async () => {
    await prepare()
    const key = { provider: 'asana', subject: 'bob' }
    const stored = await bench.store.get(key)
    if (!stored) throw new Error('bob is not connected')
    await bench.store.put(key, { ...stored.record, status: 'reauthorization_required' })
    await migrate()
    await bench.store.put(key, stored.record)
    await using auth = there()
    expect(await auth.status('bob')).toMatchObject({ state: 'reauthorization_required' })
  })

  it('writes nothing in a dry run', async () => {
    await prepare()
    const { documents } = await migrate('--dry-run')
    expect(documents).toMatchObject([{ dryRun: true, copied: 3 }])
    expect((await target.list({ provider: 'asana' })).keys).toEqual([])
  })

  it('can run again: what is there stays, what has changed is brought up to date', async () => {
    await prepare()
    await migrate()
    expect((await migrate()).documents).toMatchObject([{ copied: 0, same: 3 }])
    await bench.connect('ada')
    expect((await migrate()).documents).toMatchObject([{ updated: 1, same: 2 }])
    await using here = bench.manager()
    await using auth = there()
    expect(await auth.loadCredentials('asana', 'ada')).toEqual(await here.loadCredentials('asana', 'ada'))
  })

  it('does not undo what the applications did in the target already', async () => {
    await prepare()
    await migrate()
    await using auth = there()
    const refreshed = { access_token: 'newer', refresh_token: 'newer' }
    await auth.storeCredentials('asana', 'ada', refreshed)
    expect((await migrate()).documents).toMatchObject([{ kept: 1, same: 2 }])
    expect(await auth.loadCredentials('asana', 'ada')).toMatchObject({ accessToken: 'newer' })
  })

  it('leaves what no key opens, names it and fails', async () => {
    await prepare()
    const key = { provider: 'asana', subject: 'lost' }
    await bench.store.put(key, { payload: 'v1.gone.aa.bb', status: 'active', updatedAt: 0 })
    const { code, documents, remarks } = await migrate()
    await bench.store.delete(key)
    expect({ code, documents }).toMatchObject({ code: 1, documents: [{ copied: 3, unreadable: 1 }] })
    expect(remarks.at(-1)).toMatchObject({
      error: { code: 'unreadable', message: expect.stringContaining('lost') },
    })
  })

  it('stops after the page under way and goes on from the cursor', async () => {
    await prepare()
    await using auth = bench.manager()
    const credentials = await auth.loadCredentials('asana', 'ada')
    if (!credentials) throw new Error('ada is not connected')
    const more = Array.from({ length: 150 }, (_, index) => `more-${index}`)
    for (const subject of more) await auth.storeCredentials('asana', subject, credentials)
    const interrupted = new AbortController()
    const first = await bench.run(['migrate', '--to', 'postgres', '--json'], {
      signal: interrupted.signal,
      onErr: text => text.includes('progress') && interrupted.abort(),
    })
    expect(first.code).toBe(130)
    const second = await migrate('--cursor', String(first.documents[0]?.['cursor']))
    expect(second.code).toBe(0)
    const copied = [first, second].map(({ documents }) => Number(documents[0]?.['copied']))
    expect(copied.every(count => count > 0)).toBe(true)
    expect(copied.reduce((sum, count) => sum + count)).toBe(153)
    for (const subject of more) await bench.store.delete({ provider: 'asana', subject })
  })

  it('refuses to copy a store onto itself', async () => {
    const onto = await bench.run(['migrate', '--to', 'redis', '--json'])
    expect(onto).toMatchObject({ code: 2, remarks: [{ error: { code: 'same_store' } }] })
    const beside = await bench.run([
      'migrate',
      '--to',
      'redis',
      '--to-namespace',
      `${bench.env['CREDENTIAL_NAMESPACE']}-2`,
      '--json',
    ])
    expect(beside).toMatchObject({ code: 0, documents: [{ copied: 3 }] })
  })

  it('needs a target', async () => {
    expect(await bench.run(['migrate'])).toMatchObject({ code: 2, err: expect.stringContaining('--to') })
  })
})
