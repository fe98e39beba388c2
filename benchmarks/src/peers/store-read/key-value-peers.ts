import type { StoreConnection } from '@x/store-services'
import { loadPeer } from '../peer-folder.ts'

/** A general key-value library on the same server, holding the same sealed payloads. */
interface KeyValuePeer {
  write(subject: string, payload: string): Promise<void>
  read(subject: string): Promise<string>
  close(): Promise<void>
}

type SqlOrRedis = Extract<StoreConnection, { kind: 'redis' | 'postgres' }>

/** As many connections as ours and the bare client have. */
const POOL_SIZE = 5

interface Keyv {
  set(key: string, value: string): Promise<unknown>
  get(key: string): Promise<string | undefined>
  disconnect(): Promise<void>
}

type KeyValuePeers = Partial<Record<'keyv' | 'unstorage', KeyValuePeer>>

/** None has an adapter for Secrets Manager. */
export async function openKeyValuePeers(connection: StoreConnection): Promise<KeyValuePeers> {
  if (connection.kind !== 'redis' && connection.kind !== 'postgres') return {}
  return { keyv: await openKeyv(connection), unstorage: await openUnstorage(connection) }
}

/** keyv with its own adapter for the server: node-redis or a pool of pg. */
async function openKeyv({ kind, url }: SqlOrRedis): Promise<KeyValuePeer> {
  const { Keyv } = await loadPeer<{ Keyv: new (options: { store: unknown }) => Keyv }>('keyv')
  const keyv = new Keyv({ store: await keyvStore(kind, url) })
  return {
    write: async (subject, payload) => void (await keyv.set(subject, payload)),
    read: async subject => (await keyv.get(subject)) ?? '',
    close: () => keyv.disconnect(),
  }
}

async function keyvStore(kind: SqlOrRedis['kind'], url: string): Promise<unknown> {
  if (kind === 'redis') {
    const { default: KeyvRedis } = await loadPeer<{ default: new (url: string) => unknown }>('@keyv/redis')
    return new KeyvRedis(url)
  }
  const { default: KeyvPostgres } = await loadPeer<{ default: new (options: object) => unknown }>(
    '@keyv/postgres',
  )
  return new KeyvPostgres({ uri: url, max: POOL_SIZE })
}

interface Storage {
  setItem(key: string, value: string): Promise<void>
  getItem(key: string): Promise<string | null>
  dispose(): Promise<void>
}

/** unstorage with its own driver for the server: ioredis, or db0 on one connection of pg. */
async function openUnstorage({ kind, url }: SqlOrRedis): Promise<KeyValuePeer> {
  const { createStorage } = await loadPeer<{ createStorage(options: object): Storage }>('unstorage')
  const { driver, dispose } = await unstorageDriver(kind, url)
  const storage = createStorage({ driver })
  return {
    write: (subject, payload) => storage.setItem(subject, payload),
    read: async subject => (await storage.getItem(subject)) ?? '',
    close: async () => {
      await storage.dispose()
      await dispose()
    },
  }
}

type DriverModule = { default(options: object): unknown }

async function unstorageDriver(kind: SqlOrRedis['kind'], url: string) {
  if (kind === 'redis') {
    const { default: redis } = await loadPeer<DriverModule>('unstorage/drivers/redis')
    return { driver: redis({ url, base: 'unstorage' }), dispose: async () => {} }
  }
  const { createDatabase } = await loadPeer<{
    createDatabase(connector: unknown): { dispose(): Promise<void> }
  }>('db0')
  const { default: postgresql } = await loadPeer<DriverModule>('db0/connectors/postgresql')
  const { default: db0 } = await loadPeer<DriverModule>('unstorage/drivers/db0')
  const database = createDatabase(postgresql({ url }))
  return { driver: db0({ database }), dispose: () => database.dispose() }
}
