import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AsanaClient } from '../src/index.ts'
import { type Reply, rejection, serve } from './scripted-server.ts'

// One for the whole process, as for its shutdown: whatever a call leaves at it stays for ever.
let signal: AbortSignal

/** What hangs on the signal: listeners, and signals made of it, of which Node.js 20 forgets none. */
function leftBehind(): number {
  const dependants = Object.getOwnPropertySymbols(signal)
    .filter(symbol => symbol.description === 'kDependantSignals')
    .map(symbol => (signal as unknown as Record<symbol, Set<unknown> | undefined>)[symbol]?.size ?? 0)
  return dependants.reduce((sum, size) => sum + size, getEventListeners(signal, 'abort').length)
}

const task: Reply = { body: { data: { gid: '1' } } }
const hang: Reply = { body: 'slow', ending: 'hang' }

describe("a caller's signal that outlives its calls", () => {
  beforeEach(() => {
    signal = new AbortController().signal
  })
  afterEach(() => {
    expect(leftBehind()).toBe(0)
  })

  it.each<[string, Reply, (client: AsanaClient) => PromiseLike<unknown>]>([
    ['a read', task, client => client.getTask('1', { signal })],
    ['a write', task, client => client.updateTask('1', {}, { signal })],
    ['a list', { body: { data: [] } }, client => client.getTasks({ project: '1', signal })],
    ['an error', { status: 404 }, client => rejection(client.getTask('1', { signal }))],
    [
      'a retry',
      { status: 500 },
      client => rejection(client.getTask('1', { signal, retry: { retries: 2, baseMs: 1 } })),
    ],
    ['a timeout', hang, client => rejection(client.getTask('1', { signal, timeoutMs: 20 }))],
    ['a lost connection', { ending: 'break' }, client => rejection(client.getTask('1', { signal }))],
  ])('keeps nothing of %s', async (_, reply, call) => {
    await call((await serve(reply)).client())
  })

  it('keeps nothing of one whose getAccessToken listens', async () => {
    const getAccessToken = ({ signal }: { signal?: AbortSignal | undefined } = {}) => String(signal?.aborted)
    const client = (await serve(task)).client({ accessToken: undefined, getAccessToken })
    await client.getTask('1', { signal })
  })

  describe.each([{ limits: {} }, { limits: false }] as const)('and of client.fetch, with %j', options => {
    it('nothing when its body was read', async () => {
      const response = await (await serve({ body: 'kitten' })).client(options).fetch('/x', { signal })
      expect(leftBehind()).toBe(1)
      expect(await response.text()).toBe('kitten')
    })

    it('nothing when its body was cancelled', async () => {
      const response = await (await serve(hang)).client(options).fetch('/x', { signal })
      await response.body?.cancel()
    })

    it('nothing when its body broke', async () => {
      const reply: Reply = { body: 'half', ending: 'break' }
      const response = await (await serve(reply)).client(options).fetch('/x', { signal })
      await rejection(response.text())
    })

    it('nothing when there is no body', async () => {
      await (await serve({ status: 204 })).client(options).fetch('/x', { signal })
    })

    it('nothing of an answer that was asked for again', async () => {
      const server = await serve({ status: 500, body: 'busy' }, { status: 204 })
      await server.client(options).fetch('/x', { signal, retry: { retries: 1, baseMs: 1 } })
      expect(server.requests).toHaveLength(2)
    })

    it('nothing of one that fails', async () => {
      const fetch = () => Promise.reject(new TypeError('fetch failed'))
      await rejection((await serve({})).client({ ...options, fetch }).fetch('/x', { signal }))
    })
  })

  describe('and of a download', () => {
    const scene = async (...kept: Reply[]) => {
      const download_url = `${(await serve(...kept)).origin}/assets/1`
      return (await serve({ body: { data: { host: 'asana', download_url } } })).client()
    }

    it('nothing when its stream was read', async () => {
      const { stream } = await (await scene({ body: 'kitten' })).download('1', { signal })
      expect(leftBehind()).toBe(1)
      expect(await new Response(stream).text()).toBe('kitten')
    })

    it('nothing when its stream was cancelled', async () => {
      const { stream } = await (await scene(hang)).download('1', { signal })
      await stream.cancel()
    })

    it.each<[string, ...Reply[]]>([
      ['refuses', { status: 403, body: 'expired' }],
      ['gives no answer', { ending: 'silence' }],
      ['has nothing', { status: 404 }],
    ])('nothing when its storage %s', async (_, ...kept) => {
      await rejection((await scene(...kept)).download('1', { signal, timeoutMs: 300 }))
    })
  })
})

describe('an abort', () => {
  it('after the headers ends the body of client.fetch, without limits, too', async () => {
    const controller = new AbortController()
    const server = await serve(hang)
    const response = await server.client({ limits: false }).fetch('/x', { signal: controller.signal })
    const body = rejection(response.text())
    controller.abort('enough')
    expect(await body).toBe('enough')
    await server.dropped
  })

  it('is told to getAccessToken with its reason', async () => {
    const controller = new AbortController()
    let told: AbortSignal | undefined
    const client = (await serve(task)).client({
      accessToken: undefined,
      getAccessToken: request => {
        told = request?.signal
        controller.abort('enough')
        return new Promise<never>(() => {})
      },
    })
    expect(await rejection(client.getTask('1', { signal: controller.signal }))).toBe('enough')
    expect(told?.reason).toBe('enough')
  })
})
