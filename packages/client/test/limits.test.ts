import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AsanaClient, AsanaRequestError, RateLimits, type RateLimitsOptions } from '../src/index.ts'
import { type Demand, demandOf, type Kind } from '../src/limits/demand.ts'
import { manualRuntime } from './clocks.ts'

const demand = (kind: Kind, weight = 1): Demand => ({ kind, weight })
const read = demand('read')

/** Requests that are let out are counted, and end when the test says so. */
function traffic(options: RateLimitsOptions = {}) {
  const runtime = manualRuntime()
  const limits = new RateLimits({ runtime, ...options })
  const out: string[] = []
  const send = (name: string, what: Demand = read, signal?: AbortSignal, maxWaitMs?: number) => {
    const queued = limits.enter(what, signal, maxWaitMs)
    if (!queued) out.push(name)
    return queued?.then(refusal => {
      if (!refusal) out.push(name)
      return refusal
    })
  }
  const settle = () => runtime.advance(0)
  return { runtime, limits, out, send, settle }
}

describe('what a request is to the limits', () => {
  it.each([
    ['GET', '/tasks/1', 'read'],
    ['HEAD', '/tasks/1', 'read'],
    ['GET', '/workspaces/1/tasks/search', 'search'],
    ['GET', '/workspaces/1/typeahead', 'read'],
    ['POST', '/tasks', 'write'],
    ['PUT', '/tasks/1', 'write'],
    ['DELETE', '/tasks/1', 'write'],
    ['POST', '/tasks/1/duplicate', 'job'],
    ['POST', '/projects/1/duplicate', 'job'],
    ['POST', '/project_templates/1/instantiateProject', 'job'],
    ['POST', '/task_templates/1/instantiateTask', 'job'],
    ['POST', '/exports/graph', 'job'],
    ['POST', '/organization_exports', 'job'],
    ['GET', '/organization_exports/1', 'read'],
  ])('%s %s is a %s', (method, path, kind) => {
    expect(demandOf(method, path, null)).toEqual({ kind, weight: 1 })
  })

  it('a batch is as many as it has actions', () => {
    const body = JSON.stringify({ data: { actions: [{}, {}, {}] } })
    expect(demandOf('POST', '/batch', body)).toEqual({ kind: 'write', weight: 3 })
    for (const odd of ['', '{', '{"data":{}}', null, new FormData()]) {
      expect(demandOf('POST', '/batch', odd)).toEqual({ kind: 'write', weight: 1 })
    }
  })
})

describe('at once', () => {
  it('go 50 reads and 15 writes, and neither waits for the other', async () => {
    const { out, send, limits, settle } = traffic()
    for (let i = 0; i < 60; i++) send('read')
    for (let i = 0; i < 20; i++) send('write', demand('write'))
    await settle()
    expect(out.filter(name => name === 'read')).toHaveLength(50)
    expect(out.filter(name => name === 'write')).toHaveLength(15)
    expect(limits.queued).toBe(15)
  })

  it('go 5 jobs, which are writes as well', async () => {
    const { out, send, limits, settle } = traffic({ writes: 7 })
    for (let i = 0; i < 6; i++) send('job', demand('job'))
    for (let i = 0; i < 3; i++) send('write', demand('write'))
    await settle()
    expect(out).toEqual([...Array(5).fill('job'), 'write', 'write'])
    expect(limits.queued).toBe(2)
  })

  it('nothing waits, and no promise is made, where nothing is in the way', () => {
    const { limits, runtime } = traffic({ plan: 'paid' })
    for (let i = 0; i < 50; i++) expect(limits.enter(read)).toBeUndefined()
    expect(runtime.sleeping).toBe(0)
  })

  it('the rest goes by arrival, as room is made', async () => {
    const { out, send, limits, settle } = traffic({ reads: 1 })
    for (const name of ['a', 'b', 'c']) send(name)
    expect(out).toEqual(['a'])
    limits.leave(read)
    await settle()
    expect(out).toEqual(['a', 'b'])
    limits.leave(read)
    await settle()
    expect(out).toEqual(['a', 'b', 'c'])
  })
})

describe('in a minute', () => {
  it.each([
    [{ plan: 'free' as const }, 150],
    [{ plan: 'paid' as const }, 1500],
    [{ requestsPerMinute: 3 }, 3],
    [{ plan: 'free' as const, requestsPerMinute: 3 }, 3],
  ])('with %j go %i', async (options, most) => {
    const { out, send, limits, runtime } = traffic({ reads: 10_000, ...options })
    for (let i = 0; i < most + 5; i++) send('read')
    expect(out).toHaveLength(most)
    for (let i = 0; i < most; i++) limits.leave(read)
    await runtime.advance(59_999)
    expect(out).toHaveLength(most)
    await runtime.advance(1)
    expect(out).toHaveLength(Math.min(most + 5, 2 * most))
  })

  it('go 60 searches, and other reads go on', async () => {
    const { out, send, settle } = traffic({ reads: 1000 })
    for (let i = 0; i < 70; i++) send('search', demand('search'))
    for (let i = 0; i < 10; i++) send('read')
    await settle()
    expect(out).toEqual([...Array(60).fill('search'), ...Array(10).fill('read')])
  })

  it('the minute counts from the answer: what was long on its way is counted by Asana when it arrives', async () => {
    const { out, send, limits, runtime } = traffic({ requestsPerMinute: 1 })
    send('slow')
    send('next')
    await runtime.advance(100_000)
    expect(out).toEqual(['slow'])
    limits.leave(read)
    await runtime.advance(59_999)
    expect(out).toEqual(['slow'])
    await runtime.advance(1)
    expect(out).toEqual(['slow', 'next'])
  })

  it('a batch waits until all its actions have room, and what comes after it does not slip through', async () => {
    const { out, send, limits, runtime } = traffic({ requestsPerMinute: 10 })
    for (let i = 0; i < 5; i++) send('read')
    send('batch', demand('write', 10))
    send('late')
    for (let i = 0; i < 5; i++) limits.leave(read)
    expect(out).toHaveLength(5)
    await runtime.advance(60_000)
    expect(out.slice(5)).toEqual(['batch'])
    limits.leave(demand('write', 10))
    await runtime.advance(60_000)
    expect(out.slice(6)).toEqual(['late'])
  })

  it('a batch that is more than a minute takes goes alone', async () => {
    const { out, send, settle } = traffic({ requestsPerMinute: 3 })
    send('batch', demand('write', 10))
    send('read')
    await settle()
    expect(out).toEqual(['batch'])
  })

  it('never go more, whatever comes and ends when', async () => {
    const step = fc.record({
      ms: fc.integer({ min: 0, max: 30_000 }),
      end: fc.nat(3),
      kind: fc.constantFrom('read', 'write'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
        const runtime = manualRuntime()
        const limits = new RateLimits({ runtime, requestsPerMinute: 4, reads: 3, writes: 2 })
        const sent: { at: number; kind: Kind }[] = []
        const underWay: Demand[] = []
        for (const { ms, end, kind } of steps as { ms: number; end: number; kind: Kind }[]) {
          const go = () => {
            sent.push({ at: runtime.clock.now(), kind })
            underWay.push(demand(kind))
          }
          const queued = limits.enter(demand(kind))
          if (queued) void queued.then(go)
          else go()
          await runtime.advance(ms)
          for (const done of underWay.splice(0, end)) limits.leave(done)
          await runtime.advance(0)
          expect(underWay.filter(one => one.kind === 'read').length).toBeLessThanOrEqual(3)
          expect(underWay.filter(one => one.kind === 'write').length).toBeLessThanOrEqual(2)
        }
        for (const { at } of sent) {
          expect(sent.filter(other => other.at >= at && other.at < at + 60_000).length).toBeLessThanOrEqual(4)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a pause', () => {
  it('holds back everything of the token, then lets it go by arrival', async () => {
    const { out, send, limits, runtime } = traffic()
    limits.pause(2000)
    send('a')
    send('b', demand('write'))
    await runtime.advance(1999)
    expect(out).toEqual([])
    await runtime.advance(1)
    expect(out).toEqual(['a', 'b'])
    send('c')
    expect(out).toEqual(['a', 'b', 'c'])
  })

  it('becomes longer, never shorter', async () => {
    const { out, send, limits, runtime } = traffic()
    limits.pause(5000)
    limits.pause(1000)
    send('a')
    await runtime.advance(4999)
    expect(out).toEqual([])
    limits.pause(10_000)
    await runtime.advance(9999)
    expect(out).toEqual([])
    await runtime.advance(1)
    expect(out).toEqual(['a'])
  })

  it('turns away at once whoever would not wait that long, the waiting too', async () => {
    const { send, limits, out } = traffic({ reads: 1 })
    send('first')
    const waiting = send('waiting', read, undefined, 1000)
    limits.pause(1001)
    expect(await waiting).toEqual({ reason: 'paused', retryAfterMs: 1001 })
    expect(await send('late', read, undefined, 1000)).toEqual({ reason: 'paused', retryAfterMs: 1001 })
    expect([out, limits.queued]).toEqual([['first'], 0])
  })
})

describe('who queues', () => {
  it('can leave at once, and lets the next one up', async () => {
    const { out, send, limits, settle } = traffic({ requestsPerMinute: 10 })
    for (let i = 0; i < 5; i++) send('read')
    const controller = new AbortController()
    const batch = send('batch', demand('write', 10), controller.signal)
    send('late')
    controller.abort('enough')
    await expect(batch).rejects.toBe('enough')
    await settle()
    expect(out).toEqual([...Array(5).fill('read'), 'late'])
    expect(limits.queued).toBe(0)
  })

  it('that has left already never queues', async () => {
    const { send, limits } = traffic({ reads: 1 })
    send('first')
    await expect(send('late', read, AbortSignal.abort('gone'))).rejects.toBe('gone')
    expect(limits.queued).toBe(0)
  })

  it('is not without number', async () => {
    const { send, limits } = traffic({ reads: 1, maxQueued: 2 })
    for (const name of ['a', 'b', 'c']) send(name)
    expect(await send('d')).toEqual({ reason: 'queue_full' })
    expect(limits.queued).toBe(2)
  })

  it('leaves no timer behind', async () => {
    const { send, limits, runtime } = traffic({ requestsPerMinute: 1 })
    const controller = new AbortController()
    send('a')
    limits.leave(read)
    const waiting = send('b', read, controller.signal)
    expect(runtime.sleeping).toBe(1)
    controller.abort()
    await expect(waiting).rejects.toThrow()
    expect(runtime.sleeping).toBe(0)
  })
})

describe('limits', () => {
  it.each([
    { plan: 'gold' },
    { reads: 0 },
    { writes: -1 },
    { jobs: 1.5 },
    { requestsPerMinute: Number.NaN },
    { maxQueued: '9' },
  ])('cannot be %j', options => {
    for (const make of [
      () => new RateLimits(options as RateLimitsOptions),
      () => new AsanaClient({ accessToken: 'a', limits: options as RateLimitsOptions }),
    ]) {
      expect(make).toThrow(AsanaRequestError)
      expect(make).toThrow(expect.objectContaining({ code: 'invalid_option' }))
    }
  })
})
