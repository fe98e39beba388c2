import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { RedisStore } from '@x/asana-auth-store-redis'
import { requireService, startRedis } from '@x/test-services'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RedisKeys } from '../src/redis-keys.ts'

const reason = await requireService('redis')
const key = { provider: 'asana', subject: 'u' }
const record = (payload: string) => ({ payload, status: 'active' as const, updatedAt: 1 })

/** In front of a server: keeps its answers to itself, and then cuts the connections. */
async function mutableProxy(serverUrl: string) {
  const { hostname, port } = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let mute = false
  const proxy = createServer(near => {
    const far = connect(Number(port), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => to.destroy())
      from.on('data', data => {
        if (from === near || !mute) to.write(data)
      })
    }
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    mute: () => {
      mute = true
    },
    cut: () => {
      mute = false
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    close: () => proxy.close(),
  }
}

/** ioredis sends a command again, on the next connection, when the answer to it was lost with the last one. */
describe.skipIf(reason)(`A command that is sent again${reason ? `: ${reason}` : ''}`, () => {
  let server: Awaited<ReturnType<typeof startRedis>>
  let proxy: Awaited<ReturnType<typeof mutableProxy>>
  let admin: Redis
  let client: Redis
  let store: RedisStore
  const keys = new RedisKeys('asana-auth')
  beforeAll(async () => {
    server = await startRedis({ throwaway: true })
    proxy = await mutableProxy(server.url)
    admin = new Redis(server.url)
    client = new Redis(proxy.port, { retryStrategy: () => 10 })
    client.on('error', () => {})
    store = new RedisStore({ client })
  })
  beforeEach(async () => void (await admin.flushall()))
  afterAll(async () => {
    client?.disconnect()
    admin?.disconnect()
    proxy?.close()
    await server?.close()
  })

  /** Runs it so that Redis does it, the answer is lost, and it is sent once more. */
  async function twice<T>(work: () => Promise<T>, isDone: () => Promise<boolean>): Promise<T> {
    await client.ping()
    proxy.mute()
    const answer = work()
    await expect.poll(isDone, { interval: 5 }).toBe(true)
    proxy.cut()
    return answer
  }

  it.each(['over a version', 'where there is none', 'without a condition'])(
    'is no conflict with itself when it writes %s',
    async how => {
      const before = how === 'where there is none' ? undefined : await store.put(key, record('before'))
      const condition = how === 'without a condition' ? {} : { ifVersion: before ?? null }
      const version = await twice(
        () => store.put(key, record('after'), condition),
        async () => (await admin.get(keys.credential(key)))?.endsWith('after') === true,
      )
      expect(await store.get(key)).toEqual({ record: record('after'), version })
    },
  )

  it('gets the lease that it has taken', async () => {
    const attempt = await twice(
      () => store.acquireLease(key, { ttlMs: 60_000 }),
      async () => (await admin.exists(keys.lease(key))) === 1,
    )
    expect(attempt.status).toBe('acquired')
    if (attempt.status === 'acquired') expect(await attempt.lease.renew(60_000)).toBe(true)
    expect((await store.acquireLease(key, { ttlMs: 60_000 })).status).toBe('held')
  })

  it('renews and releases a lease as if it had been sent once', async () => {
    const attempt = await store.acquireLease(key, { ttlMs: 1000 })
    if (attempt.status !== 'acquired') throw new Error('Nobody else has the lease.')
    const { lease } = attempt
    const isLong = async () => (await admin.pttl(keys.lease(key))) > 1000
    expect(await twice(() => lease.renew(60_000), isLong)).toBe(true)
    const isFree = async () => (await admin.exists(keys.lease(key))) === 0
    await twice(() => lease.release(), isFree)
    expect((await store.acquireLease(key, { ttlMs: 60_000 })).status).toBe('acquired')
  })
})
