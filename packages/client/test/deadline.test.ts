import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { AsanaClient, AsanaConnectionError, type GetAccessToken } from '../src/index.ts'
import { manualTimeouts, skippingRuntime } from './clocks.ts'
import { type Reply, rejection, serve } from './scripted-server.ts'

const silence: Reply = { ending: 'silence' }
const forever = () => new Promise<never>(() => {})

describe('a timeout', () => {
  it('covers the headers', async () => {
    const error = await rejection((await serve(silence)).client({ timeoutMs: 50 }).getUser('me'))
    expect(error).toBeInstanceOf(AsanaConnectionError)
    expect(error).toMatchObject({ code: 'timeout', message: expect.stringMatching(/GET \/users\/me.*50 ms/) })
  })

  it('covers the body', async () => {
    const server = await serve({ body: '{"data":', ending: 'hang' })
    await expect(server.client({ timeoutMs: 300 }).getUser('me')).rejects.toMatchObject({ code: 'timeout' })
    await server.until(() => server.requests.length > 0)
    expect(server.requests).toHaveLength(1)
  })

  it('covers a getAccessToken that hangs', async () => {
    const server = await serve({})
    const client = server.client({ accessToken: undefined, getAccessToken: forever, timeoutMs: 50 })
    await expect(client.getUser('me')).rejects.toMatchObject({ code: 'timeout' })
    expect(server.requests).toEqual([])
  })

  it('tells getAccessToken that nobody waits any more', async () => {
    let signal: AbortSignal | undefined
    const getAccessToken: GetAccessToken = request => {
      signal = request?.signal
      return forever()
    }
    const client = new AsanaClient({ getAccessToken, timeoutMs: 20 })
    await rejection(client.getUser('me'))
    expect(signal?.aborted).toBe(true)
  })

  it('can be set for one call, for all kinds of calls', async () => {
    const client = (await serve(silence)).client({ timeoutMs: 60_000 })
    await expect(client.getUser('me', { timeoutMs: 20 })).rejects.toMatchObject({ code: 'timeout' })
    await expect(client.getTasks({ project: '1', timeoutMs: 20 })).rejects.toMatchObject({ code: 'timeout' })
    await expect(client.createTask({}, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'timeout' })
    await expect(client.fetch('/users/me', { timeoutMs: 20 })).rejects.toMatchObject({ code: 'timeout' })
  })

  it('leaves the body of a raw response alone', async () => {
    const pass = manualTimeouts()
    const server = await serve({ body: 'slow ', ending: 'hang' })
    const response = await server.client().fetch('/events', { timeoutMs: 300 })
    const reader = response.body?.getReader()
    expect((await reader?.read())?.value).toBeDefined()
    const next = reader?.read()
    await pass(300)
    expect(await Promise.race([next, setImmediate('still open')])).toBe('still open')
    await reader?.cancel()
  })

  it.each([Number.NaN, -1, '5000', null])('cannot be %j: there would be none', async timeoutMs => {
    const wrong = { timeoutMs: timeoutMs as number }
    const refused = expect.objectContaining({
      name: 'AsanaRequestError',
      code: 'invalid_option',
      message: expect.stringContaining('timeoutMs'),
    })
    expect(() => new AsanaClient({ accessToken: 'a', ...wrong })).toThrow(refused)
    const server = await serve({})
    const client = server.client()
    expect(await rejection(client.getUser('me', wrong))).toEqual(refused)
    expect(await rejection(client.getTasks({ project: '1', ...wrong }))).toEqual(refused)
    expect(await rejection(client.createTask({}, wrong))).toEqual(refused)
    expect(await rejection(client.fetch('/users/me', wrong))).toEqual(refused)
    expect(await rejection(client.download('1', wrong))).toEqual(refused)
    expect(server.requests).toEqual([])
  })

  it('may be infinite', async () => {
    const server = await serve({ body: { data: { gid: '1' } } })
    await expect(server.client({ timeoutMs: Number.POSITIVE_INFINITY }).getUser('me')).resolves.toEqual({
      gid: '1',
    })
  })
})

describe('a server that hangs', () => {
  it('keeps no connection of a read but the first, retries included', async () => {
    const pass = manualTimeouts()
    const server = await serve(silence)
    const client = server.client({ timeoutMs: 50, retry: { retries: 3 }, runtime: skippingRuntime() })
    const error = rejection(client.getUser('me'))
    for (let tries = 1; tries <= 4; tries++) {
      await server.until(() => server.requests.length === tries)
      await pass(50)
    }
    expect(await error).toMatchObject({ code: 'timeout' })
    await server.until(() => server.waiting === 1)
    expect(server.requests).toHaveLength(4)
  })

  it('is known to all clients that share an object', async () => {
    const pass = manualTimeouts()
    const server = await serve(silence)
    const hangs = { seen: false }
    for (let calls = 1; calls <= 5; calls++) {
      const error = rejection(server.client({ timeoutMs: 50, hangs }).getUser('me'))
      await server.until(() => server.requests.length === calls)
      await pass(50)
      await error
    }
    expect(hangs).toEqual({ seen: true })
    await server.until(() => server.waiting === 1)
  })

  it('keeps no connection at all where clients are told to expect it', async () => {
    const pass = manualTimeouts()
    const server = await serve(silence)
    const error = rejection(server.client({ timeoutMs: 50, hangs: { seen: true } }).getUser('me'))
    await server.until(() => server.waiting === 1)
    await pass(50)
    await error
    await server.until(() => server.waiting === 0)
  })

  it('is nothing that a getAccessToken which hangs says anything about', async () => {
    const hangs = { seen: false }
    await rejection(new AsanaClient({ getAccessToken: forever, timeoutMs: 20, hangs }).getUser('me'))
    expect(hangs).toEqual({ seen: false })
  })
})

describe('an abort by the caller', () => {
  it('throws the reason as it is', async () => {
    const controller = new AbortController()
    const reason = new Error('the user left')
    const server = await serve(() => {
      controller.abort(reason)
      return silence
    })
    expect(await rejection(server.client().getUser('me', { signal: controller.signal }))).toBe(reason)
  })

  it('works for lists, writes, raw requests, and while getAccessToken hangs', async () => {
    const client = new AsanaClient({ getAccessToken: forever })
    for (const call of [
      (signal: AbortSignal) => client.getTasks({ project: '1', signal }),
      (signal: AbortSignal) => client.getWorkspaces({ signal }),
      (signal: AbortSignal) => client.createTask({}, { signal }),
      (signal: AbortSignal) => client.fetch('/users/me', { signal }),
    ]) {
      const controller = new AbortController()
      const error = rejection(call(controller.signal))
      controller.abort('enough')
      expect(await error).toBe('enough')
    }
  })

  it('works while the body is read', async () => {
    const controller = new AbortController()
    const server = await serve(() => {
      setTimeout(() => controller.abort('enough'), 20)
      return { body: '{"data":', ending: 'hang' }
    })
    expect(await rejection(server.client().getUser('me', { signal: controller.signal }))).toBe('enough')
  })

  it('ends the body of a raw response as well', async () => {
    const controller = new AbortController()
    const server = await serve({ body: 'slow ', ending: 'hang' })
    const response = await server.client().fetch('/events', { signal: controller.signal })
    const body = rejection(response.text())
    controller.abort('enough')
    expect(await body).toBe('enough')
  })

  it('that came before the call sends nothing and asks for no token', async () => {
    const server = await serve({})
    let asked = 0
    const getAccessToken = () => String(++asked)
    const client = server.client({ accessToken: undefined, getAccessToken })
    const error = await rejection(client.getUser('me', { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ name: 'AbortError' })
    expect([asked, server.requests.length]).toEqual([0, 0])
  })

  it('during getAccessToken sends nothing later, even with a fetch that ignores signals', async () => {
    let sent = 0
    const fetch = async () => {
      sent++
      return new Response()
    }
    let release = (_: string) => {}
    const token = new Promise<string>(resolve => {
      release = resolve
    })
    const controller = new AbortController()
    const call = rejection(
      new AsanaClient({ getAccessToken: () => token, fetch }).getUser('me', { signal: controller.signal }),
    )
    controller.abort('enough')
    await call
    release('late')
    await setImmediate()
    expect(sent).toBe(0)
  })
})

describe('a connection that fails', () => {
  it('is a network_error with its cause', async () => {
    const server = await serve({ ending: 'break' })
    const error = await rejection(server.client().getUser('me'))
    expect(error).toBeInstanceOf(AsanaConnectionError)
    expect(error).toMatchObject({ code: 'network_error', cause: expect.any(Error) })
  })

  it('in the middle of the body is one, too', async () => {
    const server = await serve({ body: '{"data":{"gid"', ending: 'break' })
    await expect(server.client().getUser('me')).rejects.toMatchObject({ code: 'network_error' })
  })

  it('at the start is one, too, also for client.fetch', async () => {
    const cause = new TypeError('fetch failed')
    const client = new AsanaClient({
      accessToken: 'a',
      fetch: () => {
        throw cause
      },
    })
    expect(await rejection(client.fetch('/users/me'))).toMatchObject({ code: 'network_error', cause })
  })
})
