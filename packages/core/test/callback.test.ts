import { AsanaAppCredentials, AsanaError, AuthManager } from '@x/asana-auth-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCallback } from '../src/oauth2/callback.ts'
import * as oauth from '../src/oauth2/library.ts'

const redirectUri = 'https://app.example/cb'
const app = new AsanaAppCredentials({ clientId: '1', clientSecret: 's', redirectUri }, {})
const flow = { app, oauth }
const read = (query: string, scope?: readonly string[]) =>
  readCallback(flow, `${redirectUri}?${query}`, { state: 'expected', redirectUri, scope })

describe('a callback', () => {
  it('gives its code, decoded once', () => {
    expect(read('code=0%2F817a77&state=expected').get('code')).toBe('0/817a77')
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (code, state) => {
        const url = new URL(redirectUri)
        url.search = new URLSearchParams({ code, state }).toString()
        const wellFormed = url.searchParams.get('state') ?? ''
        expect(
          readCallback(flow, url, { state: wellFormed, redirectUri, scope: undefined }).get('code'),
        ).toBe(url.searchParams.get('code'))
      }),
    )
  })

  it.each([
    ['code=c', 'state_missing'],
    ['code=c&state=', 'state_mismatch'],
    ['code=c&state=other', 'state_mismatch'],
    ['code=c&state=expecte', 'state_mismatch'],
    ['code=c&state=expected2', 'state_mismatch'],
    ['code=c&state=Expected', 'state_mismatch'],
    ['code=c&state=expected&state=expected', 'invalid_callback'],
    ['code=c&code=d&state=expected', 'invalid_callback'],
    ['state=expected', 'invalid_callback'],
    ['code=&state=expected', 'invalid_callback'],
    ['state=expected&error=access_denied&error=x', 'invalid_callback'],
    ['state=expected&code=c&token=t', 'invalid_callback'],
    ['', 'state_missing'],
  ])('with "%s" is refused: %s', (query, code) => {
    expect(() => read(query)).toThrow(expect.objectContaining({ name: 'InvalidStateError', code }))
  })

  it('is believed only after its state', () => {
    expect(() => read('error=access_denied&state=other')).toThrow(
      expect.objectContaining({ code: 'state_mismatch' }),
    )
  })

  it('with a refusal says who refused', () => {
    const denied = expect.objectContaining({
      name: 'AuthorizationDeniedError',
      code: 'access_denied',
      error: 'access_denied',
    })
    expect(() => read('error=access_denied&error_description=no&state=expected')).toThrow(denied)
    const other = expect.objectContaining({
      name: 'AuthorizationDeniedError',
      code: 'authorization_refused',
      error: 'server_error',
    })
    expect(() => read('error=server_error&state=expected')).toThrow(other)
  })

  it('with refused scopes says which mode the app is in', () => {
    const query = 'error=forbidden_scopes&error_description=Your%20app&state=expected'
    const { name } = { name: 'ForbiddenScopeError' }
    expect(() => read(query)).toThrow(
      expect.objectContaining({ name, message: expect.stringMatching(/registered with granular scopes/) }),
    )
    expect(() => read(query, ['default'])).toThrow(/registered with granular scopes/)
    expect(() => read(query, ['tasks:read'])).toThrow(/app has Full permissions/)
  })

  it('never fails in another way, whatever is in it', () => {
    const name = fc.constantFrom(
      'code',
      'state',
      'error',
      'error_description',
      'iss',
      'response',
      'id_token',
      'token',
    )
    const query = fc.array(fc.tuple(name, fc.oneof(fc.constant('expected'), fc.string())), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.oneof(
          query.map(pairs => new URLSearchParams(pairs).toString()),
          fc.string(),
        ),
        search => {
          try {
            const parameters = read(search)
            expect(parameters.getAll('state')).toEqual(['expected'])
            expect(parameters.get('code')).toBeTruthy()
          } catch (error) {
            expect(error).toBeInstanceOf(AsanaError)
          }
        },
      ),
    )
  })
})

describe('the expected state', () => {
  it('must be there: without it any callback would do', async () => {
    const { oauth2 } = new AuthManager({ asana: app, environment: {} }).asana
    await expect(oauth2.exchange({ callbackUrl: '/cb?code=c&state=x' })).rejects.toMatchObject({
      code: 'state_missing',
    })
    await expect(oauth2.exchange({ callbackUrl: '/cb?code=c&state=', state: '' })).rejects.toMatchObject({
      code: 'state_missing',
    })
  })
})
