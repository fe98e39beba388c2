import { inspect } from 'node:util'
import { AsanaAppCredentials, environmentNames } from '@x/asana-auth-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const urls = new Set([
  'authorizationUrl',
  'tokenUrl',
  'revocationUrl',
  'introspectionUrl',
  'baseUrl',
  'redirectUri',
])
const sample = (field: string, n: number) => (urls.has(field) ? `https://host${n}.example/x` : `value-${n}`)
const fields = Object.entries(environmentNames) as [keyof typeof environmentNames, readonly string[]][]

describe('an app setting is looked for in the options, then the environment, then the defaults', () => {
  it.each(fields)('%s: the first name that is set wins', (field, names) => {
    const presence = fc.array(fc.constantFrom('set', 'empty', 'blank', 'absent'), {
      minLength: names.length + 1,
      maxLength: names.length + 1,
    })
    fc.assert(
      fc.property(presence, ([own, ...inEnvironment]) => {
        const value = (state: string | undefined, n: number) =>
          ({ set: sample(field, n), empty: '', blank: '  ', absent: undefined })[state ?? 'absent']
        const environment = Object.fromEntries(names.map((name, i) => [name, value(inEnvironment[i], i)]))
        const resolved = new AsanaAppCredentials({ [field]: value(own, 9) }, environment)[field]

        const winner = inEnvironment.indexOf('set')
        if (own === 'set') expect(resolved).toBe(sample(field, 9))
        else if (winner >= 0) expect(resolved).toBe(sample(field, winner))
        else expect(resolved).toBe(new AsanaAppCredentials({}, {})[field])
      }),
    )
  })

  it('has the defaults of Asana', () => {
    expect(new AsanaAppCredentials({}, {})).toMatchObject({
      authorizationUrl: 'https://app.asana.com/-/oauth_authorize',
      tokenUrl: 'https://app.asana.com/-/oauth_token',
      revocationUrl: 'https://app.asana.com/-/oauth_revoke',
      introspectionUrl: 'https://app.asana.com/-/token_info',
      baseUrl: 'https://app.asana.com/api/1.0',
      clientId: undefined,
      redirectUri: undefined,
      defaultScope: undefined,
    })
  })

  it('derives revocation and introspection from the token endpoint', () => {
    const app = new AsanaAppCredentials({ tokenUrl: 'http://127.0.0.1:8765/-/oauth_token' }, {})
    expect(app.revocationUrl).toBe('http://127.0.0.1:8765/-/oauth_revoke')
    expect(app.introspectionUrl).toBe('http://127.0.0.1:8765/-/token_info')
  })
})

describe('endpoints that tokens are sent to', () => {
  it.each([
    'http://localhost:3000/t',
    'http://127.0.0.1/t',
    'http://127.9.9.9/t',
    'http://[::1]:1/t',
    'http://a.localhost/t',
    'https://x.example/t',
  ])('accepts %s', tokenUrl => expect(new AsanaAppCredentials({ tokenUrl }, {}).tokenUrl).toBe(tokenUrl))

  it.each([
    'http://example.com/t',
    'http://10.0.0.1/t',
    'http://127.0.0.1.example.com/t',
    'http://localhost.example.com/t',
    'http://0.0.0.0/t',
    'ftp://localhost/t',
  ])('refuses %s', tokenUrl => {
    expect(() => new AsanaAppCredentials({ tokenUrl }, {})).toThrow(
      expect.objectContaining({ code: 'insecure_endpoint' }),
    )
  })

  it.each(['not a url', '/relative', 'https://user:pw@x.example/t', 'https://x.example/t#f'])(
    'refuses %s',
    tokenUrl => {
      const attempt = () => new AsanaAppCredentials({}, { ASANA_TOKEN_URL: tokenUrl })
      expect(attempt).toThrow(expect.objectContaining({ code: 'invalid_endpoint' }))
      // What was typed into a URL may be a password.
      expect(attempt).not.toThrow(/pw/)
    },
  )

  it('lets a command-line app redirect out of band', () => {
    expect(new AsanaAppCredentials({ redirectUri: 'urn:ietf:wg:oauth:2.0:oob' }, {}).redirectUri).toMatch(
      /oob$/,
    )
    expect(() => new AsanaAppCredentials({ redirectUri: 'http://example.com/cb' }, {})).toThrow(/https/)
  })
})

describe('app credentials', () => {
  it('show no secret', () => {
    const app = new AsanaAppCredentials({ clientId: '7', clientSecret: 'CANARY-1', token: 'CANARY-2' }, {})
    for (const text of [inspect(app), JSON.stringify(app), String(app), JSON.stringify({ ...app })]) {
      expect(text).not.toContain('CANARY')
    }
    expect(app.clientSecret).toBe('CANARY-1')
    expect(app.token).toBe('CANARY-2')
  })

  it('say what is missing and where to put it', () => {
    expect(() => new AsanaAppCredentials({}, {}).requireClient()).toThrow(/ASANA_CLIENT_ID/)
    expect(() => new AsanaAppCredentials({ clientId: '1' }, {}).requireClient()).toThrow(
      /ASANA_CLIENT_SECRET/,
    )
  })

  it('refuse a value of another type', () => {
    const options = { clientId: 12345 } as unknown as { clientId: string }
    expect(() => new AsanaAppCredentials(options, {})).toThrow(/asana.clientId must be a string/)
  })
})
