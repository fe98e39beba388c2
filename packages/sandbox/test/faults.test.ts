import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Fault, type FaultRule, type Sandbox, startSandbox } from '../src/index.ts'
import { apiAs, apiWith } from './support/api-client.ts'
import { newClient, type OAuthClient, read, type Tokens } from './support/oauth-client.ts'

let sandbox: Sandbox
let client: OAuthClient
let tokens: Tokens
beforeEach(async () => {
  sandbox = await startSandbox({ refresh: 'rotate' })
  client = newClient(sandbox)
  tokens = await client.connect()
})
afterEach(() => sandbox.close())

const refresh = () => client.refresh(tokens.refreshToken)
const onRefresh = (fault: Fault, rule: Partial<FaultRule> = {}) =>
  sandbox.faults.add({ at: 'token', grantType: 'refresh_token', ...rule, fault })
const refreshes = () => sandbox.grants[0]?.refreshes

describe('status', () => {
  test('takes the place of the answer, and nothing is done', async () => {
    onRefresh({ kind: 'status', status: 503, body: 'busy', headers: { 'Retry-After': '7' } })
    const { status, headers, text } = await refresh()
    expect([status, headers.get('retry-after'), text]).toEqual([503, '7', 'busy'])
    expect(refreshes()).toBe(0)
    expect((await refresh()).status).toBe(200)
  })

  test('has the error body of the endpoint where none is given', async () => {
    onRefresh({ kind: 'status', status: 500 })
    expect((await refresh()).json['error']).toBe('server_error')
    sandbox.faults.add({ at: 'api', fault: { kind: 'status', status: 500 } })
    const { body, message } = await apiAs(sandbox)('GET', '/users/me')
    expect(message).toBe('Server Error')
    expect(body).toMatchObject({ errors: [{ phrase: expect.stringMatching(/^\d+( [a-z]+){4}$/) }] })
  })

  test('after the commit: an error for work that was done', async () => {
    onRefresh({ kind: 'status', status: 500, when: 'after_commit' })
    expect((await refresh()).status).toBe(500)
    expect(refreshes()).toBe(1)
  })
})

test('html is the page of a load balancer', async () => {
  onRefresh({ kind: 'html' })
  const { status, headers, text } = await refresh()
  expect([status, headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
  expect(text).toContain('<h1>502')
})

describe('drop', () => {
  test('before: the connection breaks and nothing is done', async () => {
    onRefresh({ kind: 'drop', when: 'before' })
    await expect(refresh()).rejects.toThrow()
    expect(refreshes()).toBe(0)
    expect((await refresh()).status).toBe(200)
  })

  test('after the commit: the token is spent, and trying again loses the grant', async () => {
    onRefresh({ kind: 'drop', when: 'after_commit' })
    await expect(refresh()).rejects.toThrow()
    expect(refreshes()).toBe(1)
    expect((await refresh()).json['error']).toBe('invalid_grant')
    expect(sandbox.grants).toMatchObject([{ revokedBecause: 'refresh_token_reused' }])
  })
})

describe('hang', () => {
  test.each([
    ['before', 0],
    ['after_commit', 1],
  ] as const)('%s: no answer until the client gives up', async (when, committed) => {
    const handle = onRefresh({ kind: 'hang', when })
    const giveUp = new AbortController()
    const body = new URLSearchParams({
      ...{ grant_type: 'refresh_token', refresh_token: tokens.refreshToken, ...client.credentials },
    })
    const hanging = fetch(sandbox.endpoints.tokenUrl, { method: 'POST', body, signal: giveUp.signal })
    await handle.hit()
    expect((await client.tokenInfo(tokens.accessToken)).status).toBe(200)
    giveUp.abort()
    await expect(hanging).rejects.toThrow()
    expect(refreshes()).toBe(committed)
  })

  test('ends where the sandbox closes', async () => {
    const handle = onRefresh({ kind: 'hang', when: 'before' })
    const hanging = expect(refresh()).rejects.toThrow()
    await handle.hit()
    await sandbox.close()
    await hanging
  })
})

test('slow_body sends the head at once and the body in pieces', async () => {
  const ask = (ms: number, signal: AbortSignal | null = null) => {
    sandbox.faults.add({ at: 'token_info', fault: { kind: 'slow_body', ms } })
    const body = new URLSearchParams({ token: tokens.accessToken })
    return fetch(sandbox.endpoints.introspectionUrl, { method: 'POST', body, signal })
  }
  const giveUp = new AbortController()
  const { headers } = await ask(3_600_000, giveUp.signal)
  expect(headers.get('content-length')).toBeNull()
  giveUp.abort()

  const started = performance.now()
  const { json } = await read(await ask(200))
  expect(json['active']).toBe(true)
  expect(performance.now() - started).toBeGreaterThan(100)
})

describe('truncate', () => {
  test('clean: all that was announced arrives, and is no JSON', async () => {
    sandbox.faults.add({ at: 'api', fault: { kind: 'truncate', bytes: 20 } })
    await expect(apiAs(sandbox)('GET', '/users/me')).rejects.toThrow(SyntaxError)
  })

  test('abrupt: less arrives than was announced', async () => {
    sandbox.faults.add({ at: 'token_info', fault: { kind: 'truncate', ending: 'abrupt' } })
    const body = new URLSearchParams({ token: tokens.accessToken })
    const response = await fetch(sandbox.endpoints.introspectionUrl, { method: 'POST', body })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
  })

  test('is after the commit', async () => {
    onRefresh({ kind: 'truncate' })
    await expect(refresh()).rejects.toThrow(SyntaxError)
    expect(refreshes()).toBe(1)
  })
})

test('delay waits before handling, or after', async () => {
  onRefresh({ kind: 'delay', ms: 60 })
  onRefresh({ kind: 'delay', ms: 60, when: 'after_commit' })
  const started = performance.now()
  const { json } = await refresh()
  await client.refresh(String(json['refresh_token']))
  expect(performance.now() - started).toBeGreaterThan(110)
  expect(refreshes()).toBe(2)
})

test('json answers whatever it is told', async () => {
  onRefresh({ kind: 'json', body: { access_token: 'x', token_type: 'bearer', expires_in: -5 } })
  expect(await refresh()).toMatchObject({ status: 200, json: { expires_in: -5 } })
  expect(refreshes()).toBe(0)
})

test("patch changes the server's own answer", async () => {
  onRefresh({
    kind: 'patch',
    patch: json => {
      const { expires_in: _, ...rest } = json as Record<string, unknown>
      return rest
    },
  })
  const { json } = await refresh()
  expect(json).toHaveProperty('access_token')
  expect(json).not.toHaveProperty('expires_in')
  expect(refreshes()).toBe(1)
})

describe('a rule', () => {
  const down: Fault = { kind: 'status', status: 503 }
  const statuses = async (count: number) => {
    const api = apiAs(sandbox)
    const answers = []
    for (let index = 0; index < count; index += 1) answers.push((await api('GET', '/users/me')).status)
    return answers
  }

  test('spoils one request, or as many as it says', async () => {
    sandbox.faults.add({ at: 'api', fault: down })
    expect(await statuses(2)).toEqual([503, 200])
    const handle = sandbox.faults.add({ at: 'api', times: 2, fault: down })
    expect(await statuses(3)).toEqual([503, 503, 200])
    expect(handle.hits).toBe(2)
  })

  test('lets requests pass first', async () => {
    sandbox.faults.add({ at: 'api', skip: 2, fault: down })
    expect(await statuses(4)).toEqual([200, 200, 503, 200])
  })

  test('after rule: each counts every request', async () => {
    sandbox.faults.add({ at: 'api', fault: down })
    sandbox.faults.add({ at: 'api', skip: 1, fault: { kind: 'status', status: 500 } })
    expect(await statuses(3)).toEqual([503, 500, 200])
  })

  test('is for ever until it is removed, or all are cleared', async () => {
    const handle = sandbox.faults.add({ at: 'api', times: Number.POSITIVE_INFINITY, fault: down })
    expect(await statuses(3)).toEqual([503, 503, 503])
    handle.remove()
    expect(await statuses(1)).toEqual([200])
    sandbox.faults.add({ at: 'api', fault: down })
    sandbox.faults.clear()
    expect(await statuses(1)).toEqual([200])
  })

  test.each<[string, Partial<FaultRule>, number]>([
    ['its path', { path: '/users/me' }, 503],
    ['its template', { path: '/users/{user_gid}' }, 503],
    ['its expression', { path: /^\/users/ }, 503],
    ['another path', { path: '/workspaces' }, 200],
    ['its method', { method: 'GET' }, 503],
    ['another method', { method: 'POST' }, 200],
  ])('matches by %s', async (_name, rule, status) => {
    sandbox.faults.add({ at: 'api', ...rule, fault: down })
    expect(await statuses(1)).toEqual([status])
  })

  test('for one grant type leaves the other alone', async () => {
    onRefresh(down)
    expect((await client.exchange(await client.code())).status).toBe(200)
    expect((await refresh()).status).toBe(503)
  })

  test('can be for any endpoint', async () => {
    const expected: Record<string, () => Promise<number>> = {
      authorize: async () => (await fetch(client.authorizationUrl())).status,
      revoke: async () => (await client.revoke(tokens.refreshToken)).status,
      token_info: async () => (await client.tokenInfo('x')).status,
      userinfo: async () => (await apiWith(sandbox, 'x')('GET', '/openid_connect/userinfo')).status,
      jwks: async () => (await fetch(`${sandbox.url}/api/1.0/openid_connect/jwks`)).status,
      discovery: async () => (await fetch(`${sandbox.url}/.well-known/oauth-authorization-server`)).status,
      download: async () => (await fetch(`${sandbox.downloadsUrl}/assets/1`)).status,
    }
    for (const [at, ask] of Object.entries(expected)) {
      sandbox.faults.add({ at: at as FaultRule['at'], fault: down })
      expect([at, await ask()]).toEqual([at, 503])
      expect(await ask()).not.toBe(503)
    }
    sandbox.faults.add({ at: 'consent', fault: down })
    await expect(sandbox.approve(client.authorizationUrl())).rejects.toThrow('HTTP 503')
  })

  test.each([
    [{ at: 'nowhere', fault: down }, 'Not an endpoint: nowhere'],
    [{ at: 'api', fault: { kind: 'explode' } }, 'Not a fault: explode'],
    [{ at: 'api', fault: { kind: 'drop' } }, 'Not a drop fault'],
    [{ at: 'api', fault: { kind: 'status', status: 99 } }, 'Not a status fault'],
    [{ at: 'api', times: -1, fault: down }, 'counts'],
    [{ at: 'api' }, 'Not a fault: undefined'],
  ])('that makes no sense is refused: %j', (rule, message) => {
    expect(() => sandbox.faults.add(rule as unknown as FaultRule)).toThrow(message)
  })
})
