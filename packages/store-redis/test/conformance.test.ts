import { testCredentialStore, testOneTimeStore } from '@x/asana-auth-store-conformance'
import { RedisOneTimeStore, RedisStore } from '@x/asana-auth-store-redis'
import { SealingStore } from '@x/fixtures'
import { requireService, startRedis, startRedisCluster } from '@x/test-services'
import { Cluster, Redis } from 'ioredis'
import { afterAll, describe, it } from 'vitest'

const reason = await requireService('redis')

describe.skipIf(reason)(`Redis${reason ? `: ${reason}` : ''}`, async () => {
  if (reason) return
  const server = await startRedis({ persistent: true })
  const cluster = await startRedisCluster()
  // A command fails instead of waiting while the server is away.
  const options = { maxRetriesPerRequest: 1 }
  const client = new Redis(server.url, { ...options, retryStrategy: () => 50 })
  const clusterClient = new Cluster([...cluster.nodes], {
    clusterRetryStrategy: () => 50,
    redisOptions: options,
  })
  // While the server is away, both say so over and over.
  client.on('error', () => {})
  clusterClient.on('error', () => {})

  afterAll(async () => {
    client.disconnect()
    clusterClient.disconnect()
    await Promise.all([server.close(), cluster.close()])
  })

  const outage = { stop: () => server.stop(), start: () => server.start(), keepsData: true }
  testCredentialStore({ describe, it }, ({ namespace }) => new RedisStore({ client, namespace }), {
    name: 'RedisStore',
    outage,
  })
  testCredentialStore(
    { describe, it },
    ({ namespace }) => new SealingStore(new RedisStore({ client, namespace })),
    { name: 'RedisStore, sealed', listingKeys: 1000 },
  )
  testCredentialStore(
    { describe, it },
    ({ namespace }) => new RedisStore({ client: clusterClient, namespace }),
    { name: 'RedisStore on a cluster of three', listingKeys: 1000 },
  )
  testCredentialStore(
    { describe, it },
    ({ namespace }) => new SealingStore(new RedisStore({ client: clusterClient, namespace })),
    { name: 'RedisStore on a cluster of three, sealed', listingKeys: 1000 },
  )
  testOneTimeStore({ describe, it }, ({ namespace }) => new RedisOneTimeStore({ client, namespace }), {
    name: 'RedisOneTimeStore',
    outage,
  })
  testOneTimeStore(
    { describe, it },
    ({ namespace }) => new RedisOneTimeStore({ client: clusterClient, namespace }),
    { name: 'RedisOneTimeStore on a cluster of three' },
  )
})
