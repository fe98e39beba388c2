import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { AsanaClient, RateLimitError, RateLimits } from '../src/index.ts'
import { manualRuntime } from './clocks.ts'
import { type Reply, rejection, serve } from './scripted-server.ts'

const me: Reply = { body: { data: { gid: '1' } } }

describe('a 429 of one call', () => {
  it('holds back the others of the same token until it is time', async () => {
    const runtime = manualRuntime()
    const limits = new RateLimits({ runtime })
    const server = await serve({ status: 429, headers: { 'retry-after': '30' } }, me)
    const clients = [1, 2].map(() => server.client({ limits, runtime, retry: {} }))
    const first = clients[0]?.getUser('me')
    await runtime.asleep
    const second = clients[1]?.getUser('me')
    await runtime.advance(29_999)
    expect(server.requests).toHaveLength(1)
    await runtime.advance(1)
    expect(await Promise.all([first, second])).toEqual([{ gid: '1' }, { gid: '1' }])
    expect(server.requests).toHaveLength(3)
  })

  it('turns away the others when it asks for too much', async () => {
    const server = await serve({ status: 429, headers: { 'retry-after': '120' } }, me)
    const client = server.client({ runtime: manualRuntime() })
    await rejection(client.getUser('me'))
    const error = await rejection(client.getUser('me'))
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs: 120_000, path: '/users/me' })
    expect(String(error)).toContain('not sent')
    expect(server.requests).toHaveLength(1)
  })

  it('cannot stop a token for ever', async () => {
    const runtime = manualRuntime()
    const server = await serve({ status: 429, headers: { 'retry-after': '9999999999' } }, me)
    const client = server.client({ runtime })
    await rejection(client.getUser('me'))
    await runtime.advance(600_000)
    expect(await client.getUser('me')).toEqual({ gid: '1' })
  })
})

describe('a place among those under way', () => {
  const oneAtATime = { limits: { reads: 1 } }

  it.each([
    ['read', (response: Response) => response.text()],
    ['cancelled', (response: Response) => response.body?.cancel()],
  ])('is kept by a raw response until its body was %s', async (_, end) => {
    const server = await serve(me)
    const client = server.client(oneAtATime)
    const response = await client.fetch('/users/me')
    let isAnswered = false
    const next = client.getUser('me').then(() => {
      isAnswered = true
    })
    await setImmediate()
    expect([server.requests.length, isAnswered]).toEqual([1, false])
    await end(response)
    await next
  })

  it('is not kept by what has no body', async () => {
    const server = await serve({ status: 204 }, me)
    const client = server.client(oneAtATime)
    await client.fetch('/x')
    expect(await client.getUser('me')).toEqual({ gid: '1' })
  })

  it.each<[string, Reply]>([
    ['an error', { status: 404 }],
    ['a broken connection', { ending: 'break' }],
    ['a broken body', { body: '{"data":', ending: 'break' }],
    ['no answer', { ending: 'silence' }],
  ])('is given back after %s', async (_, reply) => {
    // By their paths: one that times out may arrive late, or not at all.
    const server = await serve(({ url }) => (url.endsWith('/well') ? me : reply))
    const client = server.client({ ...oneAtATime, timeoutMs: 100 })
    await rejection(client.getUser('me'))
    await client
      .fetch('/users/me')
      .then(response => response.text())
      .catch(() => {})
    expect(await client.getUser('well', { timeoutMs: 30_000 })).toEqual({ gid: '1' })
  })

  it('is given back after an abort, by whoever had it and by whoever waited for it', async () => {
    const server = await serve({ ending: 'silence' }, me)
    const client = server.client(oneAtATime)
    const controllers = [new AbortController(), new AbortController()]
    const calls = controllers.map(({ signal }) => rejection(client.getUser('me', { signal })))
    await server.until(() => server.requests.length === 1)
    for (const controller of controllers.reverse()) controller.abort('enough')
    expect(await Promise.all(calls)).toEqual(['enough', 'enough'])
    expect(await client.getUser('me')).toEqual({ gid: '1' })
  })

  it('is not to be had when too many wait', async () => {
    const server = await serve({ ending: 'silence' })
    const client = server.client({ limits: { reads: 1, maxQueued: 1 } })
    const signal = AbortSignal.timeout(1000)
    const waiting = [1, 2].map(() => rejection(client.getUser('me', { signal })))
    expect(await rejection(client.getUser('me'))).toMatchObject({
      name: 'AsanaRequestError',
      code: 'queue_full',
    })
    await Promise.all(waiting)
  })
})

describe('a call that fails before it is sent', () => {
  it.each([
    ['for a token that no header takes', { accessToken: 'two\nlines' }, 'invalid_access_token'],
    [
      'in a fetch that throws',
      {
        accessToken: 'a',
        fetch: () => {
          throw new TypeError('no fetch')
        },
      },
      'network_error',
    ],
  ])('%s takes no place from others', async (_, options, code) => {
    const client = new AsanaClient({ ...options, limits: { reads: 1 }, retry: false })
    for (let i = 0; i < 3; i++) {
      await expect(client.getUser('me')).rejects.toMatchObject({ code })
      await expect(client.fetch('/users/me')).rejects.toMatchObject({ code })
    }
  })
})
