import { randomUUID } from 'node:crypto'
import {
  type Connector,
  createOrganization,
  type HostedRegistry,
  MemoryRegistry,
  migrateRegistry,
  PostgresRegistry,
  RedisRegistry,
  type RegistryRedisClient,
} from '@x/asana-connector-hosted'
import { requireService, startPostgres, startRedis } from '@x/test-services'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const NOW = Date.UTC(2026, 10, 25)

interface Opened {
  readonly registry: HostedRegistry
  close(): Promise<void>
}

const kinds: Record<string, () => Promise<Opened>> = {
  memory: async () => ({ registry: new MemoryRegistry(), close: async () => {} }),
  postgres: async () => {
    const server = await startPostgres()
    const pool = new pg.Pool({ connectionString: await server.createDatabase() })
    // The server goes away first, and a connection that hears nothing of it would end the run.
    pool.on('error', () => {})
    // At once, as processes that start together do.
    await Promise.all([migrateRegistry(pool), migrateRegistry(pool), migrateRegistry(pool)])
    expect(await migrateRegistry(pool)).toEqual([])
    const close = async () => {
      await pool.end()
      await server.close()
    }
    return { registry: new PostgresRegistry({ pool }), close }
  },
  redis: async () => {
    const server = await startRedis()
    const client = new Redis(server.url)
    const close = async () => {
      client.disconnect()
      await server.close()
    }
    return { registry: new RedisRegistry({ client, namespace: randomUUID() }), close }
  },
  // Which finds the keys of a command, for a prefix and the slots of a cluster, by its name in lower case only.
  'redis, by ioredis before 5.9,': async () => {
    const server = await startRedis({ throwaway: true })
    const plain = new Redis(server.url)
    const prefixed = new Redis(server.url, { keyPrefix: 'app:' })
    const close = async () => {
      const names = await plain.keys('*')
      expect(names.length).toBeGreaterThan(0)
      expect(names.filter(name => !name.startsWith('app:'))).toEqual([])
      plain.disconnect()
      prefixed.disconnect()
      await server.close()
    }
    const client: RegistryRedisClient = {
      call: (command, ...args) =>
        (command === command.toLowerCase() ? prefixed : plain).call(command, ...args),
    }
    return { registry: new RedisRegistry({ client, namespace: randomUUID() }), close }
  },
}

for (const [kind, open] of Object.entries(kinds)) {
  const reason = kind === 'memory' ? undefined : await requireService(kind === 'postgres' ? kind : 'redis')
  describe.skipIf(reason)(`the ${kind} registry${reason ? `: ${reason}` : ''}`, () => {
    let opened: Opened
    let registry: HostedRegistry
    let acme: string
    let globex: string
    let clientId: string
    beforeAll(async () => {
      opened = await open()
      registry = opened.registry
      const made = await createOrganization(registry, { name: 'Acme', redirectUrls: ['https://a.example/x'] })
      acme = made.organizationId
      clientId = made.clientId
      globex = (await createOrganization(registry, { name: 'Globex', redirectUrls: [] })).organizationId
    })
    afterAll(() => opened?.close())

    const connector = (id: string, change: Partial<Connector> = {}): Connector => ({
      id,
      organizationId: acme,
      externalUserId: 'ada',
      name: 'Ada’s "connector" \\ 你好',
      type: 'asana',
      authKind: 'oauth',
      app: { kind: 'server' },
      createdAt: NOW,
      updatedAt: NOW,
      ...change,
    })

    it('answers a ping', () => registry.ping())

    it('knows organizations and their redirect URLs', async () => {
      const found = await registry.findOrganization(acme)
      expect(found).toMatchObject({ id: acme, name: 'Acme', redirectUrls: ['https://a.example/x'] })
      expect(await registry.setRedirectUrls(acme, [])).toBe(true)
      expect(await registry.findOrganization(acme)).toEqual({ ...found, redirectUrls: [] })
      expect(await registry.setRedirectUrls('nobody', [])).toBe(false)
      expect(await registry.findOrganization('nobody')).toBeUndefined()
    })

    it('finds a client, and removes it for its own organization only', async () => {
      const found = await registry.findClient(clientId)
      expect(found).toMatchObject({ clientId, organizationId: acme })
      expect(found?.secretHash).toMatch(/^scrypt\$16384\$8\$1\$/)
      expect(await registry.removeClient(globex, clientId)).toBe(false)
      expect(await registry.removeClient(acme, clientId)).toBe(true)
      expect(await registry.findClient(clientId)).toBeUndefined()
    })

    it('keeps one Asana app for an organization, whose id survives a replacement', async () => {
      const app = { organizationId: acme, clientId: '1', sealedSecret: 's', createdAt: NOW, updatedAt: NOW }
      const first = await registry.saveAsanaApp({ ...app, id: 'one' })
      const later = { ...app, id: 'two', clientId: '2', createdAt: NOW + 5, updatedAt: NOW + 5 }
      const second = await registry.saveAsanaApp(later)
      expect(second).toEqual({ ...later, id: first.id, createdAt: NOW })
      expect(await registry.findAsanaApp(acme)).toEqual(second)
      expect(await registry.findAsanaApp(globex)).toBeUndefined()
      expect(await registry.removeAsanaApp(globex)).toBe(false)
      expect(await registry.removeAsanaApp(acme)).toBe(true)
      expect(await registry.findAsanaApp(acme)).toBeUndefined()
    })

    it('gives a connector back as it was put in, whatever app it belongs to', async () => {
      for (const app of [
        { kind: 'server' },
        { kind: 'organization', clientId: '12' },
        { kind: 'own', clientId: '12', sealedSecret: 'v1.a.b.c' },
      ] as const) {
        const one = connector(randomUUID(), { app, externalUserId: `user {}:"${app.kind}"` })
        await registry.addConnector(one)
        expect(await registry.findConnector(acme, one.id)).toEqual(one)
      }
    })

    it('shows a connector to no other organization', async () => {
      const one = connector(randomUUID(), { externalUserId: 'isolated' })
      await registry.addConnector(one)
      expect(await registry.findConnector(globex, one.id)).toBeUndefined()
      expect(await registry.updateConnector(globex, one.id, { name: 'x', updatedAt: 1 })).toBeUndefined()
      expect(await registry.removeConnector(globex, one.id)).toBe(false)
      expect(await registry.listConnectors(globex, { externalUserId: 'isolated', limit: 9 })).toEqual([])
      expect(await registry.findConnector(acme, one.id)).toEqual(one)
    })

    it('lists in the order of ids, by user and in pages', async () => {
      const ids = Array.from({ length: 7 }, (_, i) => `0000000${i}-lists`)
      for (const [i, id] of ids.entries()) {
        await registry.addConnector(connector(id, { externalUserId: i % 2 ? 'odd' : 'even' }))
      }
      const list = async (options: { externalUserId?: string; after?: string }) =>
        (await registry.listConnectors(acme, { ...options, limit: 2 })).map(({ id }) => id)
      expect(await list({})).toEqual([ids[0], ids[1]])
      expect(await list({ after: '00000001-lists' })).toEqual([ids[2], ids[3]])
      expect(await list({ externalUserId: 'even' })).toEqual([ids[0], ids[2]])
      expect(await list({ externalUserId: 'odd', after: '00000003-lists' })).toEqual([ids[5]])
    })

    it('changes what is named and nothing else', async () => {
      const one = connector(randomUUID(), { app: { kind: 'organization', clientId: '7' } })
      await registry.addConnector(one)
      const renamed = await registry.updateConnector(acme, one.id, { name: 'B', updatedAt: NOW + 1 })
      expect(renamed).toEqual({ ...one, name: 'B', updatedAt: NOW + 1 })
      const change = { app: { kind: 'server' }, authKind: 'token', updatedAt: NOW + 2 } as const
      await registry.updateConnector(acme, one.id, change)
      expect(await registry.findConnector(acme, one.id)).toEqual({ ...renamed, ...change })
    })

    it('removes a connector once, from every list', async () => {
      const one = connector(randomUUID(), { externalUserId: 'leaving' })
      await registry.addConnector(one)
      expect(await registry.removeConnector(acme, one.id)).toBe(true)
      expect(await registry.removeConnector(acme, one.id)).toBe(false)
      expect(await registry.findConnector(acme, one.id)).toBeUndefined()
      expect(await registry.listConnectors(acme, { externalUserId: 'leaving', limit: 9 })).toEqual([])
    })
  })
}

describe('a registry that cannot be reached', () => {
  it('says so, and nothing of what it was sent', async () => {
    const pool = new pg.Pool({
      connectionString: 'postgres://u:p@127.0.0.1:1/x',
      connectionTimeoutMillis: 500,
    })
    const client = new Redis('redis://127.0.0.1:1', { maxRetriesPerRequest: 0, retryStrategy: () => null })
    client.on('error', () => {})
    for (const registry of [new PostgresRegistry({ pool }), new RedisRegistry({ client })]) {
      const failed = registry.saveAsanaApp({
        id: 'i',
        organizationId: 'o',
        clientId: 'c',
        sealedSecret: 'SEALED-SECRET',
        createdAt: 1,
        updatedAt: 1,
      })
      await expect(failed).rejects.toMatchObject({ code: 'store_unavailable' })
      await expect(failed).rejects.not.toThrow(/SEALED-SECRET/)
    }
    await pool.end()
    client.disconnect()
  })
})
