import { inspect } from 'node:util'
import {
  AsanaUserCredentials,
  type AsanaUserCredentialsFields,
  ConfigurationError,
  parseUserCredentials,
} from '@x/asana-auth-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRefreshed } from '../src/credentials/merge-refreshed.ts'

const text = fc.string({ minLength: 1 })
const anyCredentials: fc.Arbitrary<AsanaUserCredentialsFields> = fc
  .record(
    {
      accessToken: text,
      tokenType: fc.constant('Bearer'),
      refreshToken: text,
      scope: fc.array(fc.stringMatching(/^[a-z_]+:[a-z]+$/), { minLength: 1 }),
      expiresIn: fc.nat(),
      expiresAt: fc.integer({ min: 1e11, max: 1e14 }),
      idToken: text,
      raw: fc
        .dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue())
        .map(raw => JSON.parse(JSON.stringify(raw))),
      workspaceGid: text,
    },
    { requiredKeys: ['accessToken', 'tokenType', 'raw'] },
  )
  .map(fields => fields as AsanaUserCredentialsFields)

function snakeCase(credentials: AsanaUserCredentialsFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [
      name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}

describe('credentials as JSON', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(anyCredentials, fields => {
        const credentials = new AsanaUserCredentials(fields)
        expect(parseUserCredentials(JSON.parse(JSON.stringify(credentials)))).toEqual(credentials)
      }),
    )
  })

  it('are read under the names of OAuth, too', () => {
    fc.assert(
      fc.property(anyCredentials, fields => {
        const { scope } = fields
        const written = { ...snakeCase(fields), ...(scope && { scope: scope.join(' ') }) }
        expect(parseUserCredentials(written)).toEqual(new AsanaUserCredentials(fields))
      }),
    )
  })

  it('may be a token response as it came from Asana', () => {
    const credentials = parseUserCredentials({
      access_token: 'a',
      expires_in: 3600,
      token_type: 'bearer',
      data: { id: 4673218951, gid: '4673218951', name: 'Greg Sanchez', email: 'gsanchez@example.com' },
      refresh_token: 'r',
    })
    expect(credentials).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600, refreshToken: 'r' })
    expect(credentials.identity).toEqual({
      gid: '4673218951',
      name: 'Greg Sanchez',
      email: 'gsanchez@example.com',
    })
  })

  it('name the user by a number where Asana still does', () => {
    expect(parseUserCredentials({ access_token: 'a', data: { id: 42 } }).identity).toEqual({ gid: '42' })
  })

  it('take a time in seconds, in milliseconds or as a date', () => {
    for (const expires_at of [1795330000, 1795330000.5, 1795330000_000, '2026-11-22T06:46:40.000Z']) {
      const { expiresAt } = parseUserCredentials({ access_token: 'a', expires_at })
      expect(Math.abs((expiresAt ?? 0) - 1795330000_000)).toBeLessThan(1000)
    }
  })

  it('treat null as absent', () => {
    const credentials = parseUserCredentials({
      access_token: 'a',
      refresh_token: null,
      expires_at: null,
      scope: null,
    })
    expect(credentials).toEqual(new AsanaUserCredentials({ accessToken: 'a', tokenType: 'Bearer', raw: {} }))
  })

  it('keep tokens out of raw', () => {
    const { raw } = parseUserCredentials({
      access_token: 'a',
      raw: { access_token: 'a', refresh_token: 'r', data: { gid: '1' } },
    })
    expect(raw).toEqual({ data: { gid: '1' } })
  })

  it.each([
    [undefined, /must be an object/],
    ['token', /must be an object/],
    [[], /must be an object/],
    [{}, /no accessToken/],
    [{ access_token: '' }, /no accessToken/],
    [{ access_token: 7 }, /accessToken that is no string/],
    [{ access_token: 'a', expires_in: -1 }, /expiresIn/],
    [{ access_token: 'a', expires_in: 'soon' }, /expiresIn/],
    [{ access_token: 'a', expires_at: 'soon' }, /expiresAt/],
    [{ access_token: 'a', scope: 7 }, /scope/],
  ])('refuse %j', (input, message) => {
    expect(() => parseUserCredentials(input)).toThrow(message)
    expect(() => parseUserCredentials(input)).toThrow(ConfigurationError)
  })
})

describe('credentials on a screen', () => {
  it('show no token', () => {
    const credentials = parseUserCredentials({
      accessToken: 'CANARY-a',
      refreshToken: 'CANARY-r',
      idToken: 'CANARY-i',
      raw: { data: { gid: '1' } },
    })
    expect(inspect(credentials)).not.toContain('CANARY')
    expect(inspect({ deep: [credentials] }, { depth: 9 })).not.toContain('CANARY')
    expect(inspect(credentials)).toContain("gid: '1'")
    expect(`${credentials}`).not.toContain('CANARY')
  })

  it.each<[string, (credentials: object) => object]>([
    ['a proxy, as of a spy or a reactive store', credentials => new Proxy(credentials, {})],
    ['an object made from them', credentials => Object.create(credentials)],
  ])('are named, and no more, when they are behind %s', (_what, wrap) => {
    const wrapped = wrap(parseUserCredentials({ accessToken: 'CANARY-a', refreshToken: 'CANARY-r' }))
    expect(inspect(wrapped)).toBe('AsanaUserCredentials')
    expect(inspect({ deep: [wrapped] }, { depth: 9 })).toBe('{ deep: [ AsanaUserCredentials ] }')
  })
})

describe('a refresh', () => {
  const old = parseUserCredentials({
    accessToken: 'a1',
    refreshToken: 'r1',
    scope: 'tasks:read',
    expiresIn: 3600,
    expiresAt: 1795330000_000,
    workspaceGid: 'w1',
    raw: { data: { gid: '1' } },
  })

  it('keeps what the answer leaves out', () => {
    const merged = mergeRefreshed(
      old,
      parseUserCredentials({ accessToken: 'a2', expiresIn: 60, expiresAt: 1795339999_000 }),
    )
    expect(merged).toEqual(
      parseUserCredentials({ ...old, accessToken: 'a2', expiresIn: 60, expiresAt: 1795339999_000 }),
    )
  })

  it('takes a new refresh token when there is one', () => {
    expect(
      mergeRefreshed(old, parseUserCredentials({ accessToken: 'a2', refreshToken: 'r2' })).refreshToken,
    ).toBe('r2')
  })

  it('does not keep the expiry of the old token', () => {
    const merged = mergeRefreshed(old, parseUserCredentials({ accessToken: 'a2' }))
    expect(merged.expiresAt).toBeUndefined()
    expect(merged.expiresIn).toBeUndefined()
  })
})
