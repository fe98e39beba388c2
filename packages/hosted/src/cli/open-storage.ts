import type { CredentialStore, OneTimeStore } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import type { HostedRegistry } from '../registry/hosted-registry.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import type { StoreConfig, StoreName } from './config.ts'

/** Everything that is kept, in one place. */
export interface Storage {
  readonly registry: HostedRegistry
  readonly store: CredentialStore
  readonly oneTimeStore: OneTimeStore
  /** Ends the clients that were made for them. */
  close(): Promise<void>
}

/** Loads the driver of the store that is chosen, and no other. */
const open: Readonly<Record<StoreName, (config: StoreConfig) => Promise<Storage>>> = {
  memory: async () => ({
    registry: new MemoryRegistry(),
    store: new MemoryStore(),
    oneTimeStore: new MemoryOneTimeStore(),
    close: async () => {},
  }),

  postgres: async ({ databaseUrl }) => {
    const { migrate, PostgresOneTimeStore, PostgresStore } = await import('@x/asana-auth-store-postgres')
    const { migrateRegistry } = await import('../registry/postgres/migrate-registry.ts')
    const { PostgresRegistry } = await import('../registry/postgres/postgres-registry.ts')
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 3000 })
    // An idle connection that breaks: the next query says so to whoever needs it.
    pool.on('error', () => {})
    await migrate(pool)
    await migrateRegistry(pool)
    return {
      registry: new PostgresRegistry({ pool }),
      store: new PostgresStore({ pool, namespace: NAMESPACE }),
      oneTimeStore: new PostgresOneTimeStore({ pool, namespace: NAMESPACE }),
      close: () => pool.end(),
    }
  },

  redis: async ({ redisUrl }) => {
    const { RedisOneTimeStore, RedisStore } = await import('@x/asana-auth-store-redis')
    const { RedisRegistry } = await import('../registry/redis/redis-registry.ts')
    const { Redis } = await import('ioredis')
    const client = new Redis(redisUrl ?? '', { maxRetriesPerRequest: 1 })
    // ioredis says so at every attempt to connect; the errors of the stores are what is logged.
    client.on('error', () => {})
    return {
      registry: new RedisRegistry({ client }),
      store: new RedisStore({ client, namespace: NAMESPACE }),
      oneTimeStore: new RedisOneTimeStore({ client, namespace: NAMESPACE }),
      close: async () => client.disconnect(),
    }
  },
}

/** Apart from what another application of these packages keeps in the same database. */
const NAMESPACE = 'asana-hosted'

export function openStorage(config: StoreConfig): Promise<Storage> {
  return open[config.name](config)
}
