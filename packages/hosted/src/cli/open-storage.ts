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

type Open = (config: StoreConfig, answerMs: number) => Promise<Storage>

/** Loads the driver of the store that is chosen, and no other. */
const open: Readonly<Record<StoreName, Open>> = {
  memory: async () => ({
    registry: new MemoryRegistry(),
    store: new MemoryStore(),
    oneTimeStore: new MemoryOneTimeStore(),
    close: async () => {},
  }),

  postgres: async ({ databaseUrl }, answerMs) => {
    const { migrate, PostgresOneTimeStore, PostgresStore } = await import('@x/asana-auth-store-postgres')
    const { migrateRegistry } = await import('../registry/postgres/migrate-registry.ts')
    const { PostgresRegistry } = await import('../registry/postgres/postgres-registry.ts')
    const { default: pg } = await import('pg')
    const connection = { connectionString: databaseUrl, connectionTimeoutMillis: 3000 }
    // Of its own: a migration takes as long as the tables are large.
    const migrations = new pg.Pool({ ...connection, max: 1 })
    migrations.on('error', () => {})
    try {
      await migrate(migrations)
      await migrateRegistry(migrations)
    } finally {
      await migrations.end()
    }
    const pool = new pg.Pool({ ...connection, query_timeout: answerMs })
    // An idle connection that breaks: the next query says so to whoever needs it.
    pool.on('error', () => {})
    return {
      registry: new PostgresRegistry({ pool }),
      store: new PostgresStore({ pool, namespace: NAMESPACE }),
      oneTimeStore: new PostgresOneTimeStore({ pool, namespace: NAMESPACE }),
      close: () => pool.end(),
    }
  },

  redis: async ({ redisUrl }, answerMs) => {
    const { RedisOneTimeStore, RedisStore } = await import('@x/asana-auth-store-redis')
    const { RedisRegistry } = await import('../registry/redis/redis-registry.ts')
    const { Redis } = await import('ioredis')
    const client = new Redis(redisUrl ?? '', { maxRetriesPerRequest: 1, commandTimeout: answerMs })
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

/** @param answerMs after which a server that says nothing is an outage: it took connections, and may for ever */
export function openStorage(config: StoreConfig, answerMs = 5000): Promise<Storage> {
  return open[config.name](config, answerMs)
}
