import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { apiAs } from './support/api-client.ts'
import { newClient, OAuthClient, read, redirectUri } from './support/oauth-client.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    headers: { 'x-sandbox-control': '1' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const json: unknown = await response.json()
  return { status: response.status, json }
}

test('many tasks are added at once', async () => {
  const [project] = sandbox.gidsOf('project')
  const { json } = await control('POST', '/tasks', { project, count: 3 })
  expect(json).toEqual({ gids: sandbox.gidsOf('task').slice(-3) })
})

describe('is refused', () => {
  test('without the header that a web page cannot send', async () => {
    const response = await fetch(`${sandbox.url}/_sandbox/clock/advance`, {
      method: 'POST',
      body: '{"ms":1}',
    })
    expect(response.status).toBe(403)
    const preflight = await fetch(`${sandbox.url}/_sandbox/clock`, { method: 'OPTIONS' })
    expect(preflight.headers.get('access-control-allow-headers')).toBeNull()
  })

  test('under a host name that is not loopback', async () => {
    const status = await new Promise(resolve => {
      const headers = { host: 'rebound.example', 'x-sandbox-control': '1' }
      request(`${sandbox.url}/_sandbox/clock`, { headers }, response => {
        response.resume()
        resolve(response.statusCode)
      }).end()
    })
    expect(status).toBe(403)
  })

  test('for an operation that there is not', async () => {
    expect((await control('GET', '/nothing')).status).toBe(404)
  })

  test.each([
    ['POST', '/clock/advance', { ms: 'x' }, 'ms must be a number'],
    ['POST', '/clock/advance', [], 'The body is not a JSON object'],
    ['POST', '/faults', { at: 'api', fault: { kind: 'patch' } }, 'Not a patch fault'],
    ['POST', '/settings', { refresh: 'sometimes' }, 'Not a value for refresh'],
    ['POST', '/settings', { port: 1 }, 'Not a live option: port'],
    ['POST', '/apps', { redirectUris: 'x' }, 'redirectUris must be an array'],
    ['POST', '/deauthorize', { user: 'nobody', clientId: '1' }, 'no user nobody'],
    ['POST', '/approve', { authorizationUrl: 'http://example.com/' }, 'Not an authorization URL'],
  ])('%s %s %j', async (method, path, body, message) => {
    const { status, json } = await control(method, path, body)
    expect([status, json]).toEqual([400, { error: expect.stringContaining(message) }])
  })
})

test('the clock', async () => {
  const before = sandbox.clock.now()
  const { json } = await control('POST', '/clock/advance', { ms: 3_600_000 })
  expect((json as { nowMs: number }).nowMs - before).toBeGreaterThanOrEqual(3_600_000)
  await control('POST', '/clock/set', { ms: 0 })
  expect(sandbox.clock.now()).toBeLessThan(60_000)
  expect((await control('GET', '/clock')).json).toEqual({ nowMs: expect.any(Number) })
})

describe('faults', () => {
  const down = { kind: 'status', status: 503 }
  const status = async () => (await apiAs(sandbox)('GET', '/users/me')).status

  test('are added, counted and removed', async () => {
    const { json } = await control('POST', '/faults', { at: 'api', times: 'always', fault: down })
    expect(await status()).toBe(503)
    expect((await control('GET', '/faults')).json).toEqual([{ id: 1, hits: 1 }])
    await control('DELETE', `/faults/${(json as { id: number }).id}`)
    expect(await status()).toBe(200)
  })

  test('take an expression as text, and are cleared', async () => {
    await control('POST', '/faults', { at: 'api', pathPattern: '^/workspaces', times: 9, fault: down })
    expect(await status()).toBe(200)
    expect((await apiAs(sandbox)('GET', '/workspaces')).status).toBe(503)
    await control('DELETE', '/faults')
    expect((await apiAs(sandbox)('GET', '/workspaces')).status).toBe(200)
  })

  test('do not touch the control', async () => {
    await control('POST', '/faults', { at: 'api', times: 'always', fault: { kind: 'hang', when: 'before' } })
    expect((await control('GET', '/faults')).status).toBe(200)
  })
})

test('counters', async () => {
  await apiAs(sandbox)('GET', '/users/me')
  expect((await control('GET', '/counters')).json).toMatchObject({ api: { total: 1 } })
  await control('DELETE', '/counters')
  expect((await control('GET', '/counters')).json).toMatchObject({ api: { total: 0 } })
})

test('another process can do the whole dance', async () => {
  const app = await control('POST', '/apps', { redirectUris: [redirectUri], name: 'Elsewhere' })
  const client = new OAuthClient(sandbox, app.json as OAuthClient['app'])
  const approval = { authorizationUrl: client.authorizationUrl(), user: 'ben@example.com' }
  const { json } = await control('POST', '/approve', approval)
  const { callbackUrl } = json as { callbackUrl: string }
  const code = new URL(callbackUrl).searchParams.get('code') ?? ''
  const { json: tokens } = await client.exchange(code)
  await control('POST', '/settings', { refresh: 'echo', accessTokenLifetimeS: 5 })
  const refreshed = await client.refresh(String(tokens['refresh_token']))
  expect(refreshed.json).toMatchObject({ refresh_token: tokens['refresh_token'], expires_in: 5 })
  const who = { user: 'ben@example.com', clientId: client.app.clientId }
  expect((await control('POST', '/deauthorize', who)).json).toEqual({ grants: 1 })
  expect((await control('GET', '/grants')).json).toMatchObject([{ revokedBecause: 'deauthorized_by_user' }])
})

test('users, and a personal access token', async () => {
  await control('POST', '/users', { name: 'Cy', email: 'cy@example.com' })
  expect((await control('GET', '/users')).json).toContainEqual({
    ...{ gid: expect.any(String), name: 'Cy', email: 'cy@example.com' },
  })
  const { json } = await control('POST', '/personal_access_tokens', { user: 'cy@example.com' })
  const headers = { authorization: `Bearer ${(json as { token: string }).token}` }
  expect((await read(await fetch(`${sandbox.endpoints.baseUrl}/users/me`, { headers }))).status).toBe(200)
})

test('shows no secret of an app, nor a token', async () => {
  const client = newClient(sandbox)
  const { accessToken, refreshToken } = await client.connect()
  let shown = ''
  for (const path of ['/endpoints', '/grants', '/users', '/requests', '/counters', '/faults']) {
    shown += JSON.stringify((await control('GET', path)).json)
  }
  for (const secret of [client.app.clientSecret, accessToken, refreshToken]) {
    expect(shown).not.toContain(secret)
  }
})
