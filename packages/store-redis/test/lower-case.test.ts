import { RedisOneTimeStore, RedisStore } from '@x/asana-auth-store-redis'
import { requireService, startRedis } from '@x/test-services'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, it } from 'vitest'
import type { RedisArgument, RedisClient } from '../src/redis-client.ts'

const reason = await requireService('redis')
const key = { provider: 'asana', subject: 'u' }
const record = { payload: 'payload', status: 'active' as const, updatedAt: 1 }

// Before 5.9 ioredis finds the keys of a command, for `keyPrefix` and the slots of a cluster, by its name in
// lower case only.
describe.skipIf(reason)(`ioredis before 5.9${reason ? `: ${reason}` : ''}`, async () => {
  if (reason) return
  const server = await startRedis({ throwaway: true })
  const plain = new Redis(server.url)
  const prefixed = new Redis(server.url, { keyPrefix: 'app:' })
  const client: RedisClient = {
    get: name => prefixed.get(name),
    call: (command: string, ...args: RedisArgument[]) =>
      (command === command.toLowerCase() ? prefixed : plain).call(command, ...args),
  }
  afterAll(async () => {
    plain.disconnect()
    prefixed.disconnect()
    await server.close()
  })

  it('all keys have the prefix, and what is written is found', async () => {
    const store = new RedisStore({ client })
    const version = await store.put(key, record)
    expect(await store.get(key)).toEqual({ record, version })
    expect((await store.list({ provider: 'asana' })).keys).toEqual([key])
    const attempt = await store.acquireLease(key, { ttlMs: 10_000 })
    if (attempt.status === 'acquired') expect(await attempt.lease.renew(10_000)).toBe(true)
    const once = new RedisOneTimeStore({ client })
    await once.put('state', 'value', 10_000)
    const names = await plain.keys('*')
    expect(names).toHaveLength(4)
    expect(names.filter(name => !name.startsWith('app:'))).toEqual([])
    expect(await once.take('state')).toBe('value')
    expect(await store.delete(key, { ifVersion: version })).toBe(true)
    expect(await store.get(key)).toBeUndefined()
  })
})
