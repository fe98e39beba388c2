import { inspect } from 'node:util'
import { RedisOneTimeStore } from '@x/asana-auth-store-redis'
import { requireService, startRedis } from '@x/test-services'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, it } from 'vitest'
import type { RedisArgument } from '../src/redis-client.ts'

const reason = await requireService('redis')

describe.skipIf(reason)(`A Redis without the command${reason ? `: ${reason}` : ''}`, async () => {
  if (reason) return
  const server = await startRedis({ throwaway: true })
  const client = new Redis(server.url)
  afterAll(async () => {
    client.disconnect()
    await server.close()
  })

  it('quotes what it was sent, and no error of the store does', async () => {
    // Before Redis 6.2 there is no GETDEL, and some hosts take commands away.
    const without = {
      get: (name: string) => client.get(name),
      call: (command: string, ...args: RedisArgument[]) => client.call(`no-${command}`, ...args),
    }
    const store = new RedisOneTimeStore({ client: without })
    for (const key of ['CANARY-state', 'CANARY state/ä']) {
      // Redis cuts off what is long: it is not the value as it was sent.
      for (const call of [store.take(key), store.put(key, 'CANARY-value'.repeat(50), 1000)]) {
        const failure = await call.catch(error => error)
        expect(failure.cause.message).toMatch(/unknown command/)
        expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('CANARY')
      }
    }
  })
})
