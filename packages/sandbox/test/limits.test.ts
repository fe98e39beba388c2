import { describe, expect, test } from 'vitest'
import { startSandbox } from '../src/index.ts'
import { apiAs } from './support/api-client.ts'

const message =
  "You've made too many requests and hit a rate limit. Please retry after the given amount of time."

describe('requests in a minute', () => {
  test('beyond the limit are 429 with the seconds to wait, and the minute passes', async () => {
    await using sandbox = await startSandbox({ rateLimitPerMinute: 2 })
    const api = apiAs(sandbox)
    await api('GET', '/users/me')
    await api('GET', '/users/me')
    const refused = await api('GET', '/users/me')
    expect(refused).toMatchObject({ status: 429, message })
    const retryAfterS = Number(refused.headers.get('retry-after'))
    expect(retryAfterS).toBeGreaterThan(50)
    expect(retryAfterS).toBeLessThanOrEqual(60)
    // Asana sends no such header, so nobody should come to need one.
    for (const name of ['x-ratelimit-remaining', 'ratelimit']) expect(refused.headers.get(name)).toBeNull()
    sandbox.clock.advance(retryAfterS * 1000)
    expect((await api('GET', '/users/me')).status).toBe(200)
  })

  test('are counted per token', async () => {
    await using sandbox = await startSandbox({ rateLimitPerMinute: 1 })
    const [one, other] = [apiAs(sandbox), apiAs(sandbox)]
    expect((await one('GET', '/users/me')).status).toBe(200)
    expect((await other('GET', '/users/me')).status).toBe(200)
    expect((await one('GET', '/users/me')).status).toBe(429)
  })

  test('each action of a batch is one', async () => {
    await using sandbox = await startSandbox({ rateLimitPerMinute: 3 })
    const api = apiAs(sandbox)
    const action = { method: 'get', relative_path: '/users/me' }
    expect((await api('POST', '/batch', { actions: [action, action, action] })).status).toBe(200)
    expect((await api('GET', '/users/me')).status).toBe(429)
  })

  test('the limit can be set and lifted while it runs', async () => {
    await using sandbox = await startSandbox()
    const api = apiAs(sandbox)
    sandbox.configure({ rateLimitPerMinute: 0 })
    expect((await api('GET', '/users/me')).status).toBe(429)
    sandbox.configure({ rateLimitPerMinute: undefined })
    expect((await api('GET', '/users/me')).status).toBe(200)
  })
})

describe('searches in a minute', () => {
  test('have a limit of their own', async () => {
    await using sandbox = await startSandbox({ premium: true, searchRateLimitPerMinute: 2 })
    const api = apiAs(sandbox)
    const search = (kind: string) => api('GET', `/workspaces/${sandbox.workspaces[0]?.gid}/${kind}/search`)
    expect((await search('tasks')).status).toBe(200)
    expect((await search('projects')).status).toBe(200)
    const refused = await search('tasks')
    expect(refused).toMatchObject({ status: 429, message })
    expect((await api('GET', '/users/me')).status).toBe(200)
    sandbox.clock.advance(Number(refused.headers.get('retry-after')) * 1000)
    expect((await search('tasks')).status).toBe(200)
  })
})

describe('requests at the same time', () => {
  test('need not be told when to come again', async () => {
    await using sandbox = await startSandbox({ maxConcurrentReads: 1, concurrencyRetryAfter: false })
    const hang = sandbox.faults.add({ at: 'api', fault: { kind: 'hang', when: 'before' } })
    const api = apiAs(sandbox)
    const first = Promise.allSettled([api('GET', '/users/me')])
    await hang.hit()
    const refused = await api('GET', '/users/me')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null])
    await sandbox.close()
    await first
  })

  test.each([
    ['reads', 'GET', { maxConcurrentReads: 2 }],
    ['writes', 'POST', { maxConcurrentWrites: 2 }],
  ])('beyond the limit of %s are 429, the others are served', async (_name, method, limit) => {
    await using sandbox = await startSandbox(limit)
    const api = apiAs(sandbox)
    const data = { name: 'x', workspace: sandbox.workspaces[0]?.gid }
    const ask = () => api(method, '/tags', method === 'POST' ? data : undefined)
    const slow = sandbox.faults.add({ at: 'api', times: 2, fault: { kind: 'delay', ms: 500 } })
    const served = Promise.all([ask(), ask()])
    await slow.hit(2)
    const refused = await Promise.all([ask(), ask()])
    expect(refused.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [429, '1'],
      [429, '1'],
    ])
    for (const { status } of [...(await served), await ask()]) expect(status).toBeLessThan(300)
  })
})
