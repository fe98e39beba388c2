import { freePort, requireService, startPostgres } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { runWith } from './support/command-line.ts'

describe('An error says what the driver said', () => {
  const aws = {
    CREDENTIAL_STORE: 'secrets-manager',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  }

  it('of an AWS that cannot be reached', async () => {
    const env = { ...aws, AWS_ENDPOINT_URL: `http://127.0.0.1:${await freePort()}` }
    const { code, err } = await runWith(env, ['import'], { stdin: '{"subject":"a","access_token":"a"}' })
    expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining('ECONNREFUSED') })
  })

  it('of an AWS region that is none', async () => {
    const env = { ...aws, AWS_REGION: 'no region' }
    const { code, err } = await runWith(env, ['list'])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/no region/) })
  })

  it('of a Redis that cannot be reached', async () => {
    const env = { CREDENTIAL_STORE: 'redis', REDIS_URL: `redis://127.0.0.1:${await freePort()}` }
    const { code, err } = await runWith(env, ['list'])
    expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining('ECONNREFUSED') })
  })

  it('to the doctor, too', async () => {
    const env = { ...aws, AWS_ENDPOINT_URL: `http://127.0.0.1:${await freePort()}` }
    const asana = 'http://127.0.0.1:9'
    const endpoints = { ASANA_AUTHORIZATION_URL: asana, ASANA_TOKEN_URL: asana, ASANA_BASE_URL: asana }
    const { out } = await runWith({ ...env, ...endpoints }, ['doctor'])
    expect(out).toMatch(/store\.read.*ECONNREFUSED/)
  })
})

const noPostgres = await requireService('postgres')

describe.skipIf(noPostgres)(`On Postgres${noPostgres ? `: ${noPostgres}` : ''}`, () => {
  it('says it once', async () => {
    const server = await startPostgres()
    try {
      const env = { CREDENTIAL_STORE: 'postgres', DATABASE_URL: await server.createDatabase() }
      expect((await runWith(env, ['migrate', 'schema'])).code).toBe(0)
      const refused = await runWith(env, ['list', '--prefix', 'a\0b'])
      const { code, err } = refused
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringMatching(/see the cause.*invalid byte sequence/),
      })
      const url = `postgres://127.0.0.1:${await freePort()}/none`
      const away = await runWith({ ...env, DATABASE_URL: url }, ['list'])
      expect(away.err.match(/ECONNREFUSED/g)).toHaveLength(1)
    } finally {
      await server.close()
    }
  })
})
