import { describe, expect, it } from 'vitest'
import { skippingRuntime } from './clocks.ts'
import { collectGarbage } from './collect-garbage.ts'
import { type ReceivedRequest, type Reply, serve } from './scripted-server.ts'

const total = 10_000

/** Ten thousand tasks of a kilobyte or so, a hundred a page. */
function page({ url }: ReceivedRequest): Reply {
  const start = Number(new URL(url, 'http://a').searchParams.get('offset') ?? 0)
  const data = Array.from({ length: 100 }, (_, i) => ({
    gid: String(start + i),
    notes: `${start + i}`.padEnd(1000, '.'),
  }))
  const offset = String(start + 100)
  return { body: { data, next_page: start + 100 < total ? { offset, path: '/tasks', uri: '' } : null } }
}

describe('10,000 tasks over 100 pages', () => {
  it('are iterated in the memory of a few pages', async () => {
    const server = await serve(page)
    const heap: number[] = []
    let count = 0
    for await (const task of server.client().getTasks({ project: '1' })) {
      if (task.gid !== String(count++)) throw new Error(`${task.gid} comes after ${count - 2}`)
      if (count % 1000 !== 0) continue
      // The log of the server is no part of it.
      server.requests.length = 0
      collectGarbage()
      heap.push(process.memoryUsage().heapUsed)
    }
    expect(count).toBe(total)
    // The first thousand make room, and all after them need little more, most of it for code: 9000 tasks would be
    // 9 MB and more.
    expect(Math.max(...heap) - (heap[0] ?? 0)).toBeLessThan(3_000_000)
  })

  it('cost one wait for a 429 on page 50, with no task twice and none missing', async () => {
    const runtime = skippingRuntime()
    let isBusy = true
    const server = await serve(request => {
      if (!isBusy || !request.url.includes('offset=4900')) return page(request)
      isBusy = false
      return { status: 429, headers: { 'retry-after': '2' }, body: { errors: [{ message: 'Slow down' }] } }
    })
    const gids: string[] = []
    for await (const { gid } of server.client({ retry: {}, runtime }).getTasks({ project: '1' }))
      gids.push(gid)
    expect(gids).toEqual(Array.from({ length: total }, (_, i) => String(i)))
    expect(runtime.waits).toEqual([2250])
    expect(server.requests).toHaveLength(101)
  })
})
