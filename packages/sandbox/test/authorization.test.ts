import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AuthorizationPageError, type Sandbox, startSandbox } from '../src/index.ts'
import { newClient, type OAuthClient, redirectUri } from './support/oauth-client.ts'

let sandbox: Sandbox
let client: OAuthClient
beforeEach(async () => {
  sandbox = await startSandbox()
  client = newClient(sandbox)
})
afterEach(() => sandbox.close())

const callback = async (url: string, approval = {}) => new URL(await sandbox.approve(url, approval))
const errorOf = (url: URL) => Object.fromEntries(url.searchParams)

test('state comes back character for character', async () => {
  const state = 'a b+c/%2F&=ü"<script>'
  const url = await callback(client.authorizationUrl({ state }))
  expect(url.searchParams.get('state')).toBe(state)
})

test('without state there is none in the callback', async () => {
  const url = await callback(client.authorizationUrl({ state: null }))
  expect([...url.searchParams.keys()]).toEqual(['code'])
})

test('a query in the redirect URI stays', async () => {
  const app = sandbox.registerApp({ redirectUris: ['https://app.example/cb?tenant=7'] })
  const url = await callback(
    client.authorizationUrl({ client_id: app.clientId, redirect_uri: 'https://app.example/cb?tenant=7' }),
  )
  expect(url.href).toMatch(/^https:\/\/app\.example\/cb\?tenant=7&code=/)
})

test('a user who denies sends the app access_denied, the state, and no code', async () => {
  const url = await callback(client.authorizationUrl(), { deny: true })
  expect(errorOf(url)).toEqual({
    error: 'access_denied',
    error_description: expect.any(String),
    error_uri: expect.any(String),
    state: 'the-state',
  })
  expect(sandbox.grants).toEqual([])
})

describe('is an error page, without a redirect,', () => {
  const wrongUri =
    'invalid_request: The `redirect_uri` parameter does not match a valid url for the application.'

  test.each([
    ['a slash more', `${redirectUri}/`],
    ['another port', 'http://localhost:3001/callback'],
    ['another host for the same machine', 'http://127.0.0.1:3000/callback'],
    ['a query', `${redirectUri}?x=1`],
    ['another place altogether', 'https://evil.example/'],
  ])('for a redirect URI with %s', async (_name, uri) => {
    const page = sandbox.approve(client.authorizationUrl({ redirect_uri: uri }))
    await expect(page).rejects.toThrow(new AuthorizationPageError(wrongUri, 400))
  })

  test('for no redirect URI', async () => {
    await expect(sandbox.approve(client.authorizationUrl({ redirect_uri: null }))).rejects.toThrow(wrongUri)
  })

  test('for an unknown client', async () => {
    const page = sandbox.approve(client.authorizationUrl({ client_id: '1' }))
    await expect(page).rejects.toThrow(/^invalid_request: The `client_id`/)
  })

  test('for a parameter given twice', async () => {
    const page = sandbox.approve(`${client.authorizationUrl()}&client_id=1`)
    await expect(page).rejects.toThrow(/^invalid_request/)
  })
})

describe('goes back to the app with', () => {
  test.each([
    ['unsupported_response_type for the implicit grant', { response_type: 'token' }],
    ['unsupported_response_type for something else', { response_type: 'code token' }],
    ['invalid_request for no response type', { response_type: null }],
    ['invalid_request for PKCE by plain', { code_challenge_method: 'plain' }],
    ['invalid_request for PKCE without a method', { code_challenge_method: null }],
    ['invalid_request for a method without a challenge', { code_challenge: null }],
    ['invalid_request for 64 hex digits, as in the sample', { code_challenge: 'ab'.repeat(32) }],
    ['invalid_scope for a scope that does not exist', { scope: 'sections:read' }],
    ['invalid_scope for an id_token without openid', { response_type: 'id_token' }],
  ])('%s', async (name, parameters) => {
    const url = await callback(client.authorizationUrl(parameters))
    expect(errorOf(url)).toMatchObject({ error: name.split(' ')[0], state: 'the-state' })
    expect(url.searchParams.has('code')).toBe(false)
  })
})

describe('an app with full permissions', () => {
  test.each([
    [null, 'default identity'],
    ['default', 'default identity'],
    ['default openid email', 'default identity openid email'],
    ['openid email', 'openid email'],
  ])('asking for %j is granted %j', async (scope, granted) => {
    await client.connect({ scope })
    expect(sandbox.grants).toMatchObject([{ scope: granted }])
  })

  test('may not ask for granular scopes', async () => {
    const page = sandbox.approve(client.authorizationUrl({ scope: 'attachments:read' }))
    await expect(page).rejects.toThrow(
      "forbidden_scopes: Your app is not allowed to request user authorization for 'attachments:read' scopes.",
    )
  })
})

describe('an app with granular scopes', () => {
  const registered = ['tasks:read', 'tasks:write', 'openid']

  test('is granted what it asks for, and no more', async () => {
    await newClient(sandbox, registered).connect({ scope: 'tasks:read openid' })
    expect(sandbox.grants).toMatchObject([{ scope: 'tasks:read openid' }])
  })

  test.each([null, 'default', 'default tasks:read'])('may not ask for %j', async scope => {
    const page = sandbox.approve(newClient(sandbox, registered).authorizationUrl({ scope }))
    await expect(page).rejects.toThrow(
      'forbidden_scopes: Your app is not allowed to request user authorization for `default identity` scopes.',
    )
  })

  test('may not ask for more than it has registered', async () => {
    const page = sandbox.approve(newClient(sandbox, registered).authorizationUrl({ scope: 'tasks:delete' }))
    await expect(page).rejects.toThrow(/^forbidden_scopes: .*'tasks:delete'/)
  })
})

describe('out of band', () => {
  test('the page shows the code to paste', async () => {
    const uri = 'urn:ietf:wg:oauth:2.0:oob'
    const app = sandbox.registerApp({ redirectUris: [uri] })
    const fields = { client_id: app.clientId, client_secret: app.clientSecret, redirect_uri: uri }
    const url = await callback(client.authorizationUrl(fields))
    expect((await client.exchange(url.searchParams.get('code') ?? '', fields)).status).toBe(200)
  })
})

describe('registering an app', () => {
  test('makes a numeric client id and a secret', () => {
    expect(client.app).toMatchObject({
      clientId: expect.stringMatching(/^\d{16}$/),
      clientSecret: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  test.each([
    'http://app.example/cb',
    'myapp://cb',
    'https://app.example/#x',
    'nonsense',
    'https://ä.example/',
  ])('refuses the redirect URI %s', uri => {
    expect(() => sandbox.registerApp({ redirectUris: [uri] })).toThrow(/redirect URLs/)
  })

  test('refuses a scope that does not exist, and a client id that does', () => {
    expect(() => sandbox.registerApp({ redirectUris: [], scopes: ['sections:read'] })).toThrow('Not a scope')
    expect(() => sandbox.registerApp({ redirectUris: [], clientId: client.app.clientId })).toThrow('exists')
  })
})

test('requirePkce and requireState are options', async () => {
  await using strict = await startSandbox({ requirePkce: true, requireState: true })
  const other = newClient(strict)
  const without = { code_challenge: null, code_challenge_method: null }
  const asked = async (parameters: Record<string, null>) =>
    new URL(await strict.approve(other.authorizationUrl(parameters))).searchParams.get('error')
  expect(await asked(without)).toBe('invalid_request')
  expect(await asked({ state: null })).toBe('invalid_request')
  expect(await asked({})).toBeNull()
})
