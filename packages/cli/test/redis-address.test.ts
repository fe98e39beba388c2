import { requireService } from '@x/test-services'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BuiltCli, ended } from './support/built-cli.ts'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`REDIS_URL${missing ? `: ${missing}` : ''}`, () => {
  let bench: Workbench
  let cli: BuiltCli
  beforeAll(async () => {
    ;[bench, cli] = await Promise.all([Workbench.open(), BuiltCli.build()])
  })
  afterAll(async () => {
    await Promise.all([bench?.close(), cli?.[Symbol.asyncDispose]()])
  })

  const database = (path: string) => new URL(path, bench.redis.url).href

  async function importInto(url: string, subject: string) {
    const child = cli.start(['import', '--json'], { ...bench.env, REDIS_URL: url })
    child.stdin.end(JSON.stringify({ subject, access_token: 'a' }))
    const { code, out, err } = await ended(child)
    return { code, out, error: JSON.parse(err || '{}').error }
  }

  it('may name a database', async () => {
    expect(await importInto(database('/1'), 'ada')).toMatchObject({
      code: 0,
      out: '{"imported":1,"kept":0}\n',
    })
    const client = new Redis(database('/1'))
    const names = await client.keys(`*${bench.env['CREDENTIAL_NAMESPACE']}*ada*`)
    client.disconnect()
    expect(names).toHaveLength(1)
    expect(await bench.store.get({ provider: 'asana', subject: 'ada' })).toBeUndefined()
  })

  it('may not name a database that Redis does not have: ioredis would go on in database 0', async () => {
    expect(await importInto(database('/99'), 'bob')).toEqual({
      code: 2,
      out: '',
      error: { code: 'invalid_setting', message: expect.stringMatching(/REDIS_URL.*99.*out of range/) },
    })
    expect(await bench.store.get({ provider: 'asana', subject: 'bob' })).toBeUndefined()
  })

  it.each(['redis://127.0.0.1/one', 'redis://127.0.0.1/-1', 'redis://127.0.0.1/0.5'])(
    'must name the database by its number, unlike %s',
    async url => {
      const { code, error } = await importInto(url, 'eve')
      expect({ code, error }).toMatchObject({ code: 2, error: { code: 'invalid_setting' } })
    },
  )

  it('must have a password that is escaped, and does not show it', async () => {
    const { code, error } = await importInto('redis://:hunter2%zz@127.0.0.1', 'eve')
    expect({ code, error }).toMatchObject({ code: 2, error: { code: 'invalid_setting' } })
    expect(error.message).toContain('%25')
    expect(error.message).not.toContain('hunter2')
  })
})
