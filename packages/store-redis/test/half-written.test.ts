import { RedisStore } from '@x/asana-auth-store-redis'
import { requireService, startRedis } from '@x/test-services'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, it } from 'vitest'
import type { RedisArgument } from '../src/redis-client.ts'

const reason = await requireService('redis')
const key = { provider: 'asana', subject: 'u' }
const record = { payload: 'payload', status: 'active' as const, updatedAt: 1 }

describe.skipIf(reason)(`A write of which half arrives${reason ? `: ${reason}` : ''}`, async () => {
  if (reason) return
  const server = await startRedis({ throwaway: true })
  const client = new Redis(server.url)
  afterAll(async () => {
    client.disconnect()
    await server.close()
  })

  /** A connection carries commands in their order: it is the last ones that are lost. */
  const losesAllAfter = (arrive: number) => {
    let sent = 0
    return {
      get: (name: string) => client.get(name),
      call: async (command: string, ...args: RedisArgument[]) => {
        sent += 1
        if (sent > arrive) throw new Error('Connection is closed.')
        return client.call(command, ...args)
      },
    }
  }

  it.each([0, 1, 2])('leaves no credential that is not listed, after %i commands', async arrive => {
    await client.flushall()
    const write = new RedisStore({ client: losesAllAfter(arrive) }).put(key, record)
    if (arrive < 2) await expect(write).rejects.toMatchObject({ code: 'store_unavailable' })
    else await write
    const store = new RedisStore({ client })
    const there = (await store.get(key)) ? [key] : []
    expect((await store.list({ provider: 'asana' })).keys).toEqual(there)
  })
})
