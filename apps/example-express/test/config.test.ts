import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { createStores } from '../src/credential-store.ts'

const key = () => randomBytes(32).toString('base64')
const real = () => ({
  ASANA_CLIENT_ID: '123',
  ASANA_CLIENT_SECRET: 'secret',
  ENCRYPTION_KEYS: `2026-11:${key()}`,
  COOKIE_KEYS: `a:${key()}`,
})

describe('readConfig', () => {
  it('needs nothing beside the sandbox, and makes keys for the run', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      asana: undefined,
      redirectUri: 'http://localhost:3000/asana/callback',
      origin: 'http://localhost:3000',
      credentialStore: { name: 'memory' },
    })
    expect(config.encryptionKeys[0]?.key).not.toEqual(readConfig({}).encryptionKeys[0]?.key)
  })

  it('does not mix variables for the real Asana into the sandbox', () => {
    const config = readConfig({
      ASANA_BASE_URL: 'https://x.example',
      ASANA_REDIRECT_URI: 'https://app.example/asana/callback',
    })
    expect([config.environment, config.origin]).toEqual([{}, 'http://localhost:3000'])
  })

  it('reads the real thing, keys in their order', () => {
    const keys = [key(), key()]
    const env = {
      ...real(),
      ENCRYPTION_KEYS: ` new:${keys[0]} , old:${keys[1]}`,
      PORT: '8080',
      ASANA_SCOPE: ' default ',
    }
    expect(readConfig(env)).toMatchObject({
      asana: { clientId: '123', clientSecret: 'secret' },
      redirectUri: 'http://localhost:8080/asana/callback',
      host: '0.0.0.0',
      scope: 'default',
      encryptionKeys: [
        { id: 'new', key: keys[0] },
        { id: 'old', key: keys[1] },
      ],
    })
  })

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ ASANA_CLIENT_ID: '', PORT: ' ', ENCRYPTION_KEYS: '' }).port).toBe(3000)
  })

  it('names everything that is wrong at once, and repeats no secret', () => {
    const env = {
      ASANA_CLIENT_ID: '123',
      PORT: '99999',
      ENCRYPTION_KEYS: 'id:hunter2',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'yes',
      ASANA_REDIRECT_URI: 'https://app.example/done',
    }
    const message = messageOf(() => readConfig(env))
    for (const text of [
      'ASANA_CLIENT_SECRET is not',
      'PORT is "99999"',
      'ENCRYPTION_KEYS: key 1',
      'COOKIE_KEYS is not set',
      'openssl rand -base64 32',
      'LOG_LEVEL is "loud"',
      'TRUST_PROXY is "yes"',
      'ASANA_REDIRECT_URI must be',
    ]) {
      expect(message).toContain(text)
    }
    expect(message).not.toContain('hunter2')
  })
})

describe('the hosted server', () => {
  const hosted = (url: string) => ({
    HOSTED_URL: url,
    HOSTED_CLIENT_ID: 'app',
    HOSTED_CLIENT_SECRET: 'hunter2',
  })

  it.each([
    'https://hosted.example',
    'https://example.com/asana',
    'http://localhost:3100',
    'http://127.0.0.1:1',
  ])('may be at %s', url => {
    const settings = { baseUrl: url, clientId: 'app', clientSecret: 'hunter2' }
    expect(readConfig(hosted(url)).hosted).toEqual(settings)
  })

  it.each([
    'http://hosted.example',
    'https://a:b@hosted.example',
    'https://hosted.example?x=1',
    'ftp://x',
    'x',
  ])('is not taken at %s, and no secret is repeated', url => {
    const message = messageOf(() => readConfig(hosted(url)))
    expect(message).toContain('HOSTED_URL must be an https address')
    expect(message).not.toContain('hunter2')
  })

  it('may be given with the version of its API', () => {
    const { hosted: settings } = readConfig(hosted('https://hosted.example/api/v1/'))
    expect(settings?.baseUrl).toBe('https://hosted.example')
  })

  it('is set wholly or not at all', () => {
    expect(readConfig({}).hosted).toBeUndefined()
    expect(messageOf(() => readConfig({ HOSTED_URL: 'https://hosted.example' }))).toContain(
      'For a hosted server, set HOSTED_CLIENT_ID and HOSTED_CLIENT_SECRET, too.',
    )
  })
})

describe('CREDENTIAL_STORE', () => {
  const settings = (name: string) => ({ name, redisUrl: undefined, databaseUrl: undefined })

  it('memory is there', async () => {
    expect((await createStores(settings('memory'))).store.name).toBe('memory')
  })

  it.each([
    ['redis', 'REDIS_URL'],
    ['postgres', 'DATABASE_URL'],
  ])('%s says that it needs %s', async (name, variable) => {
    await expect(createStores(settings(name))).rejects.toThrow(`CREDENTIAL_STORE=${name} needs ${variable}`)
  })

  it.each(['mysql', '', 'toString'])('%j gets the list', async name => {
    await expect(createStores(settings(name))).rejects.toThrow(
      'choose one of memory, redis, postgres, secrets-manager',
    )
  })
})

function messageOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was wrong'
}
