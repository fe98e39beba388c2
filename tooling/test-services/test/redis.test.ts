import { Redis as Client, Cluster } from 'ioredis'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { requireService, startRedis, startRedisCluster } from '../src/index.ts'
import { expectClosed, expectStopped } from './leftovers.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`Redis ${missing ?? ''}`, () => {
  afterEach(() => vi.unstubAllEnvs())

  it('starts, stops, comes back on the same port, and leaves nothing behind', async () => {
    const redis = await startRedis({ throwaway: true })
    const port = Number(new URL(redis.url).port)
    const client = new Client(redis.url)
    client.on('error', () => {})
    try {
      expect(redis.managed).toBe(true)
      expect(await client.set('a', '1')).toBe('OK')
      await redis.stop()
      await expectStopped(port)
      await redis.start()
      expect(await client.get('a')).toBeNull()
    } finally {
      client.disconnect()
      await redis.close()
    }
    await expectClosed(port)
  })

  it('keeps its data over a stop when it is persistent', async () => {
    const redis = await startRedis({ persistent: true })
    const client = new Client(redis.url)
    client.on('error', () => {})
    try {
      await client.set('a', '1')
      await redis.stop()
      await redis.start()
      expect(await client.get('a')).toBe('1')
    } finally {
      client.disconnect()
      await redis.close()
    }
  })

  it('starts many side by side', async () => {
    const servers = await Promise.all([1, 2, 3, 4].map(() => startRedis({ throwaway: true })))
    expect(new Set(servers.map(({ url }) => url)).size).toBe(4)
    await Promise.all(servers.map(server => server.close()))
  })

  it('uses the server in TEST_REDIS_URL and refuses to stop it', async () => {
    vi.stubEnv('TEST_REDIS_URL', 'redis://127.0.0.1:1')
    const redis = await startRedis()
    expect(redis).toMatchObject({ url: 'redis://127.0.0.1:1', managed: false })
    await expect(redis.stop()).rejects.toThrow('TEST_REDIS_URL is not ours to stop')
    await redis.close()
    const own = await startRedis({ throwaway: true })
    expect(own.managed).toBe(true)
    await own.close()
  })

  it('forms a cluster of three nodes, stops and forms it again', async () => {
    const cluster = await startRedisCluster()
    const client = new Cluster([...cluster.nodes], { clusterRetryStrategy: () => 50 })
    client.on('error', () => {})
    try {
      expect(cluster.nodes).toHaveLength(3)
      const keys = Array.from({ length: 30 }, (_, index) => `key-${index}`)
      await Promise.all(keys.map(key => client.set(key, key)))
      expect(await Promise.all(keys.map(key => client.get(key)))).toEqual(keys)
      expect(client.nodes('master')).toHaveLength(3)
      await cluster.stop()
      for (const { port } of cluster.nodes) await expectStopped(port)
      await cluster.start()
      expect(await client.set('a', '1')).toBe('OK')
      // A node that a busy machine does not run for a few seconds is not taken for gone.
      for (const node of client.nodes('master'))
        expect(await node.config('GET', 'cluster-node-timeout')).toContain('60000')
    } finally {
      client.disconnect()
      await cluster.close()
    }
    for (const { port } of cluster.nodes) await expectClosed(port)
  })
})
