import { startSandbox } from '@x/asana-sandbox'
import { describe, expect, it } from 'vitest'
import { AsanaClient, RateLimits } from '../src/index.ts'
import { rejection } from './scripted-server.ts'

describe('at the sandbox, which refuses more than 50 reads of a token at once', () => {
  it('500 parallel calls of two clients that share their limits are never more, and none is refused', async () => {
    await using sandbox = await startSandbox({ maxConcurrentReads: 50, latencyMs: { api: 150 } })
    const accessToken = sandbox.createPersonalAccessToken('ada@example.com')
    const { baseUrl } = sandbox.endpoints
    const limits = new RateLimits()
    let underWay = 0
    let mostUnderWay = 0
    const counted = async (url: string, init: RequestInit) => {
      mostUnderWay = Math.max(mostUnderWay, ++underWay)
      try {
        return await fetch(url, init)
      } finally {
        underWay--
      }
    }
    const options = { accessToken, baseUrl, limits, retry: false, fetch: counted } as const
    const clients = [1, 2].map(() => new AsanaClient(options))
    const [client = new AsanaClient({ accessToken })] = clients
    const [workspace] = (await client.getWorkspaces()).data
    const task = await client.createTask({ name: 'Read me', workspace: workspace?.gid })
    sandbox.counters.reset()
    const calls = Array.from({ length: 500 }, (_, i) => clients[i % 2]?.getTask(task.gid))
    const names = (await Promise.all(calls)).map(found => found?.name)
    expect(names).toEqual(Array(500).fill('Read me'))
    expect(sandbox.counters.api).toMatchObject({ total: 500, ok: 500, failed: 0 })
    expect(sandbox.counters.maxInFlight.reads).toBeLessThanOrEqual(50)
    // It is the limit that held them back, not a machine that could not send more.
    expect(mostUnderWay).toBe(50)
  })

  it('without limits, some are refused', async () => {
    await using sandbox = await startSandbox({ maxConcurrentReads: 50 })
    // What is let in stays: so they are at once, however slowly they come.
    sandbox.faults.add({ at: 'api', times: Infinity, fault: { kind: 'hang', when: 'before' } })
    const accessToken = sandbox.createPersonalAccessToken('ada@example.com')
    const { baseUrl } = sandbox.endpoints
    const client = new AsanaClient({ accessToken, baseUrl, limits: false, retry: false })
    const calls = Array.from({ length: 51 }, () => client.getUser('me'))
    expect(await rejection(Promise.race(calls))).toMatchObject({ code: 'rate_limited' })
    await sandbox.close()
    await Promise.allSettled(calls)
  })
})
