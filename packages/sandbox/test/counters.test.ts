import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { apiAs, apiWith } from './support/api-client.ts'
import { newClient, type OAuthClient } from './support/oauth-client.ts'

let sandbox: Sandbox
let client: OAuthClient
beforeEach(async () => {
  sandbox = await startSandbox()
  client = newClient(sandbox)
})
afterEach(() => sandbox.close())

test('every endpoint counts exactly', async () => {
  const { accessToken, refreshToken } = await client.connect()
  await client.refresh(refreshToken)
  await client.refresh('bogus')
  await client.token({ grant_type: 'password' })
  await client.tokenInfo(accessToken)
  await client.revoke(accessToken)
  await client.revoke(refreshToken)

  const { token, authorize, consent, revoke, token_info } = sandbox.counters
  expect([authorize.ok, consent.ok]).toEqual([1, 1])
  expect(token).toMatchObject({
    total: 4,
    ok: 2,
    failed: 2,
    outcomes: { ok: 2, invalid_grant: 1, unsupported_grant_type: 1 },
    authorization_code: { total: 1, ok: 1 },
    refresh_token: { total: 2, ok: 1, failed: 1, outcomes: { ok: 1, invalid_grant: 1 } },
    byGrantType: { password: { total: 1 } },
  })
  expect(token_info).toMatchObject({ total: 1, ok: 1 })
  expect(revoke).toMatchObject({ total: 2, outcomes: { ok: 1, invalid_request: 1 } })
})

test('the API counts by route', async () => {
  const api = apiAs(sandbox)
  await api('GET', '/users/me')
  await api('GET', '/users/ben@example.com')
  await api('GET', '/users/nobody@example.com')
  await apiWith(sandbox, 'wrong')('GET', '/workspaces')
  await api('GET', '/nothing')
  expect(sandbox.counters.api).toMatchObject({ total: 5, ok: 2, failed: 3 })
  expect(sandbox.counters.api.byRoute).toEqual({
    'GET /users/{user_gid}': { total: 3, ok: 2, failed: 1, faulted: 0, outcomes: { ok: 2, '404': 1 } },
    'GET /workspaces': { total: 1, ok: 0, failed: 1, faulted: 0, outcomes: { '401': 1 } },
    '(no route)': { total: 1, ok: 0, failed: 1, faulted: 0, outcomes: { '404': 1 } },
  })
})

test('a fault is counted with what the server did, not with what the client saw', async () => {
  const { refreshToken } = await client.connect()
  sandbox.counters.reset()
  sandbox.faults.add({ at: 'token', fault: { kind: 'drop', when: 'before' } })
  await client.refresh(refreshToken).catch(() => {})
  expect(sandbox.counters.token).toMatchObject({ total: 1, ok: 0, failed: 0, faulted: 1, outcomes: {} })

  sandbox.faults.add({ at: 'token', fault: { kind: 'drop', when: 'after_commit' } })
  await client.refresh(refreshToken).catch(() => {})
  expect(sandbox.counters.token.refresh_token).toMatchObject({ total: 2, ok: 1, faulted: 2 })
})

describe('requests in flight', () => {
  test('one after the other are never two', async () => {
    const api = apiAs(sandbox)
    for (let index = 0; index < 5; index += 1) await api('GET', '/users/me')
    expect(sandbox.counters.maxInFlight).toEqual({ reads: 1, writes: 0, token: 0 })
  })

  test('at the same time are counted, reads and writes apart', async () => {
    const hang = sandbox.faults.add({ at: 'api', times: 5, fault: { kind: 'hang', when: 'before' } })
    const api = apiAs(sandbox)
    const workspace = sandbox.workspaces[0]?.gid
    const all = Promise.allSettled([
      ...[1, 2, 3].map(() => api('GET', '/users/me')),
      ...[1, 2].map(() => api('POST', '/tags', { name: 'x', workspace })),
    ])
    await hang.hit(5)
    expect(sandbox.counters.maxInFlight).toEqual({ reads: 3, writes: 2, token: 0 })
    await sandbox.close()
    await all
  })
})

test('a snapshot stays as it was; reset starts again at zero', async () => {
  await client.connect()
  const before = sandbox.counters.snapshot()
  sandbox.counters.reset()
  expect(before.token.total).toBe(1)
  expect(sandbox.counters.token.total).toBe(0)
  expect(sandbox.counters.snapshot().api.byRoute).toEqual({})
  expect(JSON.parse(JSON.stringify(sandbox.counters))).toEqual(sandbox.counters.snapshot())
})

describe('the log of requests', () => {
  test('says what was asked and answered, and no secret', async () => {
    const { accessToken, refreshToken } = await client.connect()
    sandbox.faults.add({ at: 'token', fault: { kind: 'drop', when: 'before' } })
    await client.refresh(refreshToken).catch(() => {})
    await apiWith(sandbox, accessToken)('GET', '/users/me?opt_fields=name')

    expect(sandbox.requests).toMatchObject([
      { method: 'GET', path: '/-/oauth_authorize', endpoint: 'authorize', status: 200 },
      { method: 'POST', path: '/-/oauth_consent', endpoint: 'consent', status: 302 },
      { endpoint: 'token', grantType: 'authorization_code', status: 200, authorization: false },
      { endpoint: 'token', grantType: 'refresh_token', status: 0, fault: 'drop' },
      { endpoint: 'api', path: '/api/1.0/users/me', route: 'GET /users/{user_gid}', authorization: true },
    ])
    const written = JSON.stringify(sandbox.requests)
    for (const secret of [accessToken, refreshToken, client.app.clientSecret, client.verifier, 'the-state']) {
      expect(written).not.toContain(secret)
    }
  })

  test('keeps the last ones only', async () => {
    await using small = await startSandbox({ requestLogSize: 2 })
    const api = apiAs(small)
    for (const path of ['/users/me', '/workspaces', '/tags']) await api('GET', path)
    expect(small.requests.map(request => request.path)).toEqual(['/api/1.0/workspaces', '/api/1.0/tags'])
  })
})
