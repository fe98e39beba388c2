import { RedisStore } from '@x/asana-auth-store-redis'
import { requireService, startRedis } from '@x/test-services'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, it } from 'vitest'

const reason = await requireService('redis')

describe.skipIf(reason)(`The lifetime of a lease${reason ? `: ${reason}` : ''}`, async () => {
  if (reason) return
  const server = await startRedis({ throwaway: true })
  const client = new Redis(server.url)
  const store = new RedisStore({ client })
  afterAll(async () => {
    client.disconnect()
    await server.close()
  })

  // Redis takes whole milliseconds, and at least one; `tokens.leaseTtlMs` is any number.
  it.each([1500.5, 0.25, 0])('may be %d milliseconds', async ttlMs => {
    const key = { provider: 'asana', subject: `lives for ${ttlMs}` }
    const short = await store.acquireLease(key, { ttlMs })
    expect(short.status).toBe('acquired')
    if (short.status === 'acquired') await short.lease.release()
    const attempt = await store.acquireLease(key, { ttlMs: 30_000 })
    if (attempt.status === 'acquired') expect(await attempt.lease.renew(ttlMs)).toBe(true)
  })
})
