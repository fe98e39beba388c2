import { inspect } from 'node:util'
import { RedisStore } from '@x/asana-auth-store-redis'
import { requireService, startRedis } from '@x/test-services'
import { Redis } from 'ioredis'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { RedisKeys } from '../src/redis-keys.ts'

const reason = await requireService('redis')
const key = { provider: 'asana', subject: 'u' }
const record = { payload: 'CANARY-payload', status: 'active' as const, updatedAt: 1 }

describe.skipIf(reason)(`RedisStore${reason ? `: ${reason}` : ''}`, async () => {
  if (reason) return
  const server = await startRedis({ throwaway: true })
  const admin = new Redis(server.url)
  const clients: Redis[] = [admin]
  const connect = (options = {}) => {
    const client = new Redis(server.url, { maxRetriesPerRequest: 1, retryStrategy: () => null, ...options })
    client.on('error', () => {})
    clients.push(client)
    return client
  }
  afterAll(async () => {
    for (const client of clients) client.disconnect()
    await server.close()
  })
  beforeEach(async () => void (await admin.flushall()))

  /** What the README says the user needs. */
  const acl = [
    '~asana-auth:*',
    ...[
      '+eval',
      '+getrange',
      '+del',
      '+set',
      '+get',
      '+pexpire',
      '+zadd',
      '+zrem',
      '+zscore',
      '+zrange',
      '+exists',
    ],
  ]
  const withRights = async (...rights: string[]) => {
    await admin.call('ACL', 'SETUSER', 'limited', 'reset', 'on', '>pw', ...rights)
    return connect({ username: 'limited', password: 'pw' })
  }

  describe('the rights that the README lists', () => {
    it('are enough', async () => {
      const store = new RedisStore({ client: await withRights(...acl, '+ping', '+info') })
      const version = await store.put(key, record)
      expect(await store.get(key)).toEqual({ version, record })
      const attempt = await store.acquireLease(key, { ttlMs: 1000 })
      if (attempt.status === 'acquired') {
        expect(await attempt.lease.renew(1000)).toBe(true)
        await attempt.lease.release()
      }
      expect((await store.list({ provider: 'asana' })).keys).toEqual([key])
      expect(await store.delete(key, { ifVersion: version })).toBe(true)
      expect((await store.list({ provider: 'asana' })).keys).toEqual([])
    })

    it('are all needed: a missing one is named', async () => {
      const store = new RedisStore({ client: await withRights('~asana-auth:*', '+info', '+get') })
      await expect(store.put(key, record)).rejects.toMatchObject({
        name: 'ConfigurationError',
        code: 'store_permission_denied',
        message: expect.stringMatching(/put of the redis store/),
      })
    })

    it('do not reach other keys', async () => {
      const store = new RedisStore({ client: await withRights(...acl, '+info'), namespace: 'other' })
      await expect(store.get(key)).rejects.toMatchObject({ code: 'store_permission_denied' })
    })
  })

  describe('an error', () => {
    it('of a wrong password says so', async () => {
      const store = new RedisStore({
        client: connect({ username: 'nobody', password: 'CANARY-password', enableReadyCheck: false }),
      })
      const failure = await store.get(key).catch(error => error)
      expect(failure).toMatchObject({
        code: expect.stringMatching(/store_permission_denied|store_unavailable/),
      })
      expect(inspect(failure, { depth: 9 })).not.toContain('CANARY')
    })

    it('of a key that is in use says so, and leaves it', async () => {
      const store = new RedisStore({ client: connect() })
      await admin.rpush(new RedisKeys('asana-auth').credential(key), 'mine')
      await expect(store.get(key)).rejects.toMatchObject({
        code: 'invalid_option',
        message: expect.stringMatching(/another namespace/),
      })
      await expect(store.put(key, record)).rejects.toMatchObject({ code: 'invalid_option' })
      expect(await admin.lrange(new RedisKeys('asana-auth').credential(key), 0, -1)).toEqual(['mine'])
    })

    it('of a corrupt row names it', async () => {
      const store = new RedisStore({ client: connect() })
      const version = await store.put(key, record)
      const broken = [
        'mine',
        '',
        `${version} odd 1 -\np`,
        `${version} active soon -\np`,
        `${version} active 1 soon\np`,
        `${version} active 1 - more\np`,
        'short active 1 -\np',
        `${version} active 1 -`,
      ]
      for (const text of broken) {
        await admin.set(new RedisKeys('asana-auth').credential(key), text)
        await expect(store.get(key), text).rejects.toMatchObject({
          name: 'DecryptionError',
          reason: 'malformed',
        })
      }
    })

    it('does not show what was sent', async () => {
      await admin.config('SET', 'maxmemory', '1')
      const store = new RedisStore({ client: connect() })
      const failure = await store.put(key, record).catch(error => error)
      await admin.config('SET', 'maxmemory', '0')
      expect(failure).toMatchObject({
        name: 'StoreUnavailableError',
        cause: { message: expect.stringMatching(/OOM/) },
      })
      expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('CANARY')
    })
  })

  describe('the index', () => {
    it('is restored by the next write', async () => {
      const store = new RedisStore({ client: connect() })
      await store.put(key, record)
      await admin.del(new RedisKeys('asana-auth').index('asana'))
      expect((await store.list({ provider: 'asana' })).keys).toEqual([])
      await store.put(key, record)
      expect((await store.list({ provider: 'asana' })).keys).toEqual([key])
    })

    it('loses what has been gone for a while, not what is just being written', async () => {
      const store = new RedisStore({ client: connect() })
      const keys = new RedisKeys('asana-auth')
      await store.put(key, record)
      await store.delete(key)
      expect((await store.list({ provider: 'asana' })).keys).toEqual([])
      expect(await admin.zcard(keys.index('asana'))).toBe(1)
      await admin.zincrby(keys.missing('asana'), -61_000, 'u')
      await store.list({ provider: 'asana' })
      expect(await admin.zcard(keys.index('asana'))).toBe(0)
      expect(await admin.zcard(keys.missing('asana'))).toBe(0)
      await store.put(key, record)
      expect((await store.list({ provider: 'asana' })).keys).toEqual([key])
    })
  })

  describe('round trips', () => {
    it('are one for each operation; a write sends two commands at once', async () => {
      const client = connect()
      const store = new RedisStore({ client })
      await store.put(key, record)
      const commands: string[] = []
      const monitor = await connect().monitor()
      clients.push(monitor)
      let seePing = () => {}
      monitor.on('monitor', (_time: string, args: string[]) => {
        const command = (args[0] ?? '').toUpperCase()
        commands.push(command)
        if (command === 'PING') seePing()
      })
      const during = async (work: () => Promise<unknown>) => {
        commands.length = 0
        const pingSeen = new Promise<void>(resolve => {
          seePing = resolve
        })
        await work()
        await admin.ping()
        // All that ran before it has been shown before it.
        await pingSeen
        // What a script runs is shown as well, under its own names.
        return commands.filter(name => /^(GET|EVAL|SET|DEL)$/.test(name))
      }
      expect(await during(() => store.get(key))).toEqual(['GET'])
      expect((await during(() => store.put(key, record))).filter(name => name === 'EVAL')).toHaveLength(2)
      expect(await during(() => store.acquireLease(key, { ttlMs: 1000 }))).toEqual(['SET'])
    })
  })
})

describe('keys', () => {
  const keys = new RedisKeys('my app')

  it('of one credential share a hash tag that nothing in a subject can end', () => {
    const tag = (name: string) => /\{([^}]*)\}/.exec(name)?.[1]
    for (const subject of ['u', '}', '{}', 'a{b}c', ':', '*', 'ä', '\n']) {
      const odd = { provider: 'asana', subject }
      expect(tag(keys.credential(odd))).toBe(tag(keys.lease(odd)))
      expect(tag(keys.credential(odd))).toBe(`asana:${encodeURIComponent(subject)}`)
    }
  })

  it('are readable', () => {
    expect(keys.credential(key)).toBe('my%20app:{asana:u}:credential')
  })
})
