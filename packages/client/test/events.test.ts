import { startSandbox } from '@x/asana-sandbox'
import { describe, expect, it } from 'vitest'
import { AsanaClient, type AsanaEvent, SyncTokenError } from '../src/index.ts'
import { skippingRuntime } from './clocks.ts'
import { type Reply, rejection, serve } from './scripted-server.ts'

const now = (sync: string): Reply => ({
  status: 412,
  body: { errors: [{ message: 'Sync token invalid' }], sync },
})
const page = (sync: string, actions: string[], has_more = false): Reply => ({
  body: { data: actions.map(action => ({ action })), sync, has_more },
})

async function take(stream: AsyncIterable<{ readonly action?: string }>, count: number): Promise<string[]> {
  const actions: string[] = []
  if (count === 0) return actions
  for await (const { action = '' } of stream) if (actions.push(action) === count) break
  return actions
}

describe('the events of a resource', () => {
  it('begin with the 412 that tells where now is, and then come as they happen', async () => {
    const runtime = skippingRuntime()
    const server = await serve(now('s0'), page('s1', []), page('s2', ['added']), page('s3', ['changed']))
    const stream = server.client({ runtime }).events('1', { opt_fields: ['action'] })
    expect(await take(stream, 2)).toEqual(['added', 'changed'])
    expect(server.requests.map(({ url }) => new URL(url, 'http://a').search)).toEqual([
      '?opt_fields=action&resource=1',
      '?opt_fields=action&resource=1&sync=s0',
      '?opt_fields=action&resource=1&sync=s1',
      '?opt_fields=action&resource=1&sync=s2',
    ])
    expect(runtime.waits).toEqual([5000, 5000])
  })

  it('come at once as long as there are more', async () => {
    const runtime = skippingRuntime()
    const server = await serve(page('s1', ['a', 'b'], true), page('s2', ['c']), page('s3', ['d']))
    expect(await take(server.client({ runtime }).events('1', { sync: 's0', pollIntervalMs: 7 }), 4)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
    expect(runtime.waits).toEqual([7])
  })

  it('can be gone on with where they were left: none is lost, those of the last page come again', async () => {
    const server = await serve(
      page('s1', ['a', 'b'], true),
      page('s2', ['c', 'd'], true),
      page('s2', ['c', 'd']),
    )
    const client = server.client({ runtime: skippingRuntime() })
    const stream = client.events('1', { sync: 's0' })
    expect(stream.sync).toBe('s0')
    expect(await take(stream, 3)).toEqual(['a', 'b', 'c'])
    expect(stream.sync).toBe('s1')
    expect(await take(client.events('1', { sync: stream.sync }), 2)).toEqual(['c', 'd'])
  })

  it('end with the signal, while nothing happens', async () => {
    const controller = new AbortController()
    const server = await serve(now('s0'), page('s1', []))
    const stream = server.client().events('1', { signal: controller.signal, pollIntervalMs: 60_000 })
    const waiting = rejection(take(stream, 1))
    setTimeout(() => controller.abort('enough'), 50)
    expect(await waiting).toBe('enough')
  })

  it.each([-1, Number.NaN])('cannot be asked for every %d ms', pollIntervalMs => {
    expect(() => new AsanaClient({ accessToken: 'a' }).events('1', { pollIntervalMs })).toThrow(
      expect.objectContaining({ code: 'invalid_option' }),
    )
  })
})

describe('a token that is too old', () => {
  it('is an error, with the one to go on with: what happened meanwhile is lost', async () => {
    const server = await serve(page('s1', ['a'], true), now('s9'))
    const stream = server.client({ runtime: skippingRuntime() }).events('1', { sync: 's0' })
    const seen: AsanaEvent[] = []
    const error = await rejection(
      (async () => {
        for await (const event of stream) seen.push(event)
      })(),
    )
    expect(seen).toEqual([{ action: 'a' }])
    expect(error).toBeInstanceOf(SyncTokenError)
    expect(error).toMatchObject({ sync: 's9' })
  })

  it('is a mark between the events, if that is wanted', async () => {
    const runtime = skippingRuntime()
    const server = await serve(page('s1', ['a'], true), now('s9'), page('s10', ['b']))
    const stream = server.client({ runtime }).events('1', { sync: 's0', onGap: 'mark' })
    expect(await take(stream, 3)).toEqual(['a', 'gap', 'b'])
    // An Asana that refuses every token is not asked without a pause.
    expect(runtime.waits).toEqual([5000])
  })

  it('any other error is thrown as it is', async () => {
    const server = await serve({ status: 403 })
    expect(await rejection(take(server.client().events('1'), 1))).toMatchObject({ code: 'forbidden' })
  })
})

describe('at the sandbox', () => {
  it('a change of a task is seen, and none before the watch', async () => {
    await using sandbox = await startSandbox()
    const accessToken = sandbox.createPersonalAccessToken('ada@example.com')
    const client = new AsanaClient({ accessToken, baseUrl: sandbox.endpoints.baseUrl })
    const [workspace] = (await client.getWorkspaces()).data
    const task = await client.createTask({ name: 'Watched', workspace: workspace?.gid })
    await client.updateTask(task.gid, { notes: 'before' })
    const events = client.events(task.gid, { pollIntervalMs: 10 })[Symbol.asyncIterator]()
    const first = events.next()
    // The watch has begun when the sandbox has answered it.
    while ((sandbox.counters.api.byRoute['GET /events']?.total ?? 0) < 2) await new Promise(setImmediate)
    await client.updateTask(task.gid, { name: 'Changed' })
    expect((await first).value).toMatchObject({
      action: 'changed',
      resource: { gid: task.gid },
      change: { field: 'name' },
    })
    await events.return?.()
  })
})
