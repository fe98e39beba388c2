import { freePort } from '@x/test-services'
import { describe, expect, it, vi } from 'vitest'
import { AsanaClient, AsanaConnectionError, type GetAccessToken, RateLimitError } from '../src/index.ts'
import { manualRuntime, manualTimeouts, skippingRuntime } from './clocks.ts'
import { type Reply, rejection, serve } from './scripted-server.ts'

const me: Reply = { body: { data: { gid: '1' } } }
const busy: Reply = { status: 429, body: { errors: [{ message: 'Slow down' }] } }
const busyFor = (seconds: number): Reply => ({ ...busy, headers: { 'retry-after': String(seconds) } })
const broken: Reply = { status: 503, body: 'down' }

describe('a call that fails', () => {
  it.each([
    ['a 429 without Retry-After, as for too many at once', busy],
    ['a 5xx', broken],
    ['a page of a proxy', { status: 502, body: '<html></html>' }],
    ['a broken connection', { ending: 'break' }],
    ['a body that breaks off', { headers: { 'content-length': '99' }, body: '{"data"', ending: 'break' }],
  ] satisfies [string, Reply][])('is repeated after %s', async (_, failure) => {
    const runtime = skippingRuntime()
    const server = await serve(failure, failure, me)
    expect(await server.client({ retry: {}, runtime }).getUser('me')).toEqual({ gid: '1' })
    expect(server.requests).toHaveLength(3)
    expect(runtime.waits).toEqual([250, 500])
  })

  it('waits as long as Asana says, and a little more', async () => {
    const runtime = skippingRuntime()
    const server = await serve(busyFor(2), me)
    await server.client({ retry: {}, runtime }).getUser('me')
    expect(runtime.waits).toEqual([2250])
  })

  it('says in the end how often it was tried', async () => {
    const server = await serve(broken)
    const client = server.client({ retry: { retries: 2 }, runtime: skippingRuntime() })
    await expect(client.getUser('me')).rejects.toThrow(
      "GET /users/me: status 503 (4 characters that are no answer of Asana's), tried 3 times. Try again later.",
    )
    expect(server.requests).toHaveLength(3)
  })

  it('says so of connections, too', async () => {
    const server = await serve({ ending: 'break' })
    const client = server.client({ retry: { retries: 1 }, runtime: skippingRuntime() })
    await expect(client.getUser('me')).rejects.toThrow(/connection failed, tried 2 times\./)
  })

  it('does not wait longer than it may: the error comes at once, with the time', async () => {
    const runtime = skippingRuntime()
    const server = await serve(busyFor(61))
    const error = await rejection(server.client({ retry: {}, runtime }).getUser('me'))
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ retryAfterMs: 61_000 })
    expect([server.requests.length, runtime.waits]).toEqual([1, []])
  })

  it.each([400, 402, 403, 404, 451])('is not repeated after %i', async status => {
    const server = await serve({ status })
    await rejection(server.client({ retry: {}, runtime: skippingRuntime() }).getUser('me'))
    expect(server.requests).toHaveLength(1)
  })

  it('can be told not to, or how often, by client and by call', async () => {
    const server = await serve(broken)
    const runtime = skippingRuntime()
    const never = server.client({ retry: false, runtime })
    const once = server.client({ retry: { retries: 1, baseMs: 10 }, runtime })
    await rejection(never.getUser('me'))
    await rejection(never.getUser('me', { retry: { retries: 2 } }))
    await rejection(once.getUser('me'))
    await rejection(once.getUser('me', { retry: false }))
    await rejection(once.getUser('me', { retry: { retries: 2 } }))
    expect(server.requests).toHaveLength(1 + 3 + 2 + 1 + 3)
    // The base of the client stays.
    expect(runtime.waits.slice(-2)).toEqual([5, 10])
    // And nothing of it is sent along.
    expect(new Set(server.requests.map(({ url }) => url))).toEqual(new Set(['/api/1.0/users/me']))
  })

  it.each([
    { retries: -1 },
    { retries: 1.5 },
    { retries: Number.NaN },
    { baseMs: -1 },
    { maxWaitMs: Number.NaN },
  ])('cannot be told %j', async retry => {
    expect(() => new AsanaClient({ accessToken: 'a', retry })).toThrow(
      expect.objectContaining({ code: 'invalid_option' }),
    )
    const server = await serve(me)
    expect(await rejection(server.client().getUser('me', { retry }))).toMatchObject({
      code: 'invalid_option',
    })
    expect(server.requests).toEqual([])
  })
})

describe('a write', () => {
  it.each([
    ['a 5xx', broken],
    ['a broken connection', { ending: 'break' }],
  ] satisfies [string, Reply][])('is not repeated after %s: it may have been done', async (_, failure) => {
    const server = await serve(failure)
    const client = server.client({ retry: {}, runtime: skippingRuntime() })
    await rejection(client.createTask({ name: 'Once' }))
    expect(server.requests).toHaveLength(1)
  })

  it('is repeated after a 429, which says that it was not done', async () => {
    const server = await serve(busy, { status: 201, body: { data: { gid: '9' } } })
    const client = server.client({ retry: {}, runtime: skippingRuntime() })
    expect(await client.createTask({ name: 'Once' })).toEqual({ gid: '9' })
    expect(server.requests.map(({ body }) => body)).toEqual(Array(2).fill('{"data":{"name":"Once"}}'))
  })

  it('is repeated when nobody was there to be sent anything', async () => {
    const runtime = skippingRuntime()
    const client = new AsanaClient({
      accessToken: 'a',
      baseUrl: `http://127.0.0.1:${await freePort()}`,
      runtime,
    })
    const error = await rejection(client.createTask({ name: 'Once' }))
    expect(error).toBeInstanceOf(AsanaConnectionError)
    expect(error).toMatchObject({ sent: false, cause: { code: 'ECONNREFUSED' } })
    expect(String(error)).toContain('tried 4 times')
    expect(runtime.waits).toEqual([250, 500, 1000])
  })

  it('that changes or deletes is repeated: twice is as good as once', async () => {
    const server = await serve(broken, me, { ending: 'break' }, me)
    const client = server.client({ retry: {}, runtime: skippingRuntime() })
    await client.updateTask('1', { name: 'x' })
    await client.deleteTask('1')
    expect(server.requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE', 'DELETE'])
  })
})

describe('an attempt', () => {
  it('has the whole timeout for itself, and one that ran out is followed by another', async () => {
    const pass = manualTimeouts()
    const server = await serve({ ending: 'silence' }, me)
    const client = server.client({ retry: {}, timeoutMs: 100, runtime: skippingRuntime() })
    const user = client.getUser('me')
    await server.until(() => server.requests.length === 1)
    await pass(99)
    expect(server.requests).toHaveLength(1)
    await pass(1)
    expect(await user).toEqual({ gid: '1' })
  })

  it('says how often no answer came', async () => {
    const client = (await serve({ ending: 'silence' })).client({
      retry: { retries: 1 },
      timeoutMs: 30,
      runtime: skippingRuntime(),
    })
    await expect(client.getUser('me')).rejects.toThrow('GET /users/me: no answer in 30 ms, tried 2 times.')
  })

  it('is not made again for a token source that hangs', async () => {
    const getAccessToken = vi.fn<GetAccessToken>(() => new Promise(() => {}))
    const client = new AsanaClient({ getAccessToken, timeoutMs: 20, runtime: skippingRuntime() })
    await expect(client.getUser('me')).rejects.toMatchObject({ code: 'timeout', sent: false })
    expect(getAccessToken).toHaveBeenCalledTimes(1)
  })

  it('is not made again for what a token source throws', async () => {
    const getAccessToken = vi.fn<GetAccessToken>(() => Promise.reject(new Error('log in')))
    const client = new AsanaClient({ getAccessToken, runtime: skippingRuntime() })
    await expect(client.getUser('me')).rejects.toThrow('log in')
    expect(getAccessToken).toHaveBeenCalledTimes(1)
  })

  it('with another token after a 401 does not count as a retry', async () => {
    const server = await serve({ status: 401 }, broken, me)
    const getAccessToken: GetAccessToken = request => (request?.rejectedToken ? 'new' : 'old')
    const client = server.client({
      accessToken: undefined,
      getAccessToken,
      retry: { retries: 1 },
      runtime: skippingRuntime(),
    })
    expect(await client.getUser('me')).toEqual({ gid: '1' })
  })

  it('that timed out can be cut off when it is a write, or once a read has hung', async () => {
    const pass = manualTimeouts()
    const server = await serve({ ending: 'silence' })
    const writing = rejection(server.client({ timeoutMs: 50 }).createTask({}))
    await server.until(() => server.requests.length === 1)
    await pass(50)
    await writing
    await server.dropped
    const second = await serve({ ending: 'silence' })
    const client = second.client({ timeoutMs: 50 })
    for (const reads of [1, 2]) {
      const reading = rejection(client.getUser('me'))
      await second.until(() => second.requests.length === reads)
      await pass(50)
      await reading
    }
    await second.dropped
  })
})

describe('an abort', () => {
  it('ends a wait at once', async () => {
    const runtime = manualRuntime()
    const controller = new AbortController()
    const server = await serve(busyFor(30))
    const call = rejection(server.client({ retry: {}, runtime }).getUser('me', { signal: controller.signal }))
    await runtime.asleep
    controller.abort('enough')
    expect(await call).toBe('enough')
    expect(server.requests).toHaveLength(1)
  })
})

describe('client.fetch', () => {
  it('returns what Asana answers, and retries nothing, unless it is asked to', async () => {
    const server = await serve(busy, broken, me)
    const client = server.client({ retry: {}, runtime: skippingRuntime() })
    expect((await client.fetch('/users/me')).status).toBe(429)
    expect((await client.fetch('/users/me', { retry: true })).status).toBe(200)
    expect(server.requests).toHaveLength(3)
  })

  it('returns the last answer when all attempts fail, readable as any', async () => {
    const server = await serve(broken)
    const client = server.client({ retry: false, runtime: skippingRuntime() })
    const response = await client.fetch('/users/me', { retry: { retries: 1 } })
    expect([response.status, await response.text(), response.url]).toEqual([
      503,
      'down',
      `${server.baseUrl}/users/me`,
    ])
    expect(server.requests).toHaveLength(2)
  })

  it('leaves no connection of an answer that it tries to better', async () => {
    const server = await serve({ ...broken, ending: 'hang' }, me)
    await server.client({ runtime: skippingRuntime() }).fetch('/users/me', { retry: { retries: 1 } })
    await server.dropped
  })

  it('never repeats a stream', async () => {
    const server = await serve(busy)
    const client = server.client({ runtime: skippingRuntime() })
    const body = new Blob(['bytes']).stream()
    const init = { method: 'PUT', body, duplex: 'half', retry: true } as RequestInit
    expect((await client.fetch('/x', init)).status).toBe(429)
    expect(server.requests).toHaveLength(1)
  })
})

describe('changes of the API', () => {
  it('are asked for, or done without, by name', async () => {
    const server = await serve(me)
    const client = server.client({
      enable: ['new_user_task_lists', 'goal_sals_api'],
      disable: ['teamless_projects'],
    })
    await client.getUser('me')
    await client.getUser('me', { headers: { 'Asana-Enable': 'other' } })
    expect(server.requests.map(({ headers }) => [headers['asana-enable'], headers['asana-disable']])).toEqual(
      [
        ['new_user_task_lists,goal_sals_api', 'teamless_projects'],
        ['other', 'teamless_projects'],
      ],
    )
  })

  it.each([['a b'], ['a,b'], ['a\r\nx: y'], ['']])('have no such name: %j', name => {
    for (const option of ['enable', 'disable']) {
      expect(() => new AsanaClient({ accessToken: 'a', [option]: [name] })).toThrow(
        expect.objectContaining({ code: 'invalid_option' }),
      )
    }
  })
})
