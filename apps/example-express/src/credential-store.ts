import type { CredentialStore, OneTimeStore } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'

/** Where credentials live, and the values that work once. */
export interface Stores {
  readonly store: CredentialStore
  readonly oneTimeStore: OneTimeStore
  /** Ends the clients that were made for them. */
  close(): Promise<void>
}

/** What the environment says of it. */
export interface StoreConfig {
  readonly name: string
  readonly redisUrl: string | undefined
  readonly databaseUrl: string | undefined
}

/** By CREDENTIAL_STORE. The rest of the app knows the interfaces only, so this is all there is to change. */
const stores: Readonly<Record<string, (config: StoreConfig) => Promise<Stores>>> = {
  memory: async () => ({
    store: new MemoryStore(),
    oneTimeStore: new MemoryOneTimeStore(),
    close: async () => {},
  }),

  redis: async ({ redisUrl }) => {
    if (!redisUrl) throw new Error('CREDENTIAL_STORE=redis needs REDIS_URL, as in redis://127.0.0.1:6379.')
    const { RedisOneTimeStore, RedisStore } = await import('@x/asana-auth-store-redis')
    const { Redis } = await import('ioredis')
    const client = new Redis(redisUrl, { maxRetriesPerRequest: 1 })
    // ioredis says so at every attempt to connect; the store's own errors are what the pages show.
    client.on('error', () => {})
    return {
      store: new RedisStore({ client }),
      oneTimeStore: new RedisOneTimeStore({ client }),
      close: async () => client.disconnect(),
    }
  },

  postgres: async ({ databaseUrl }) => {
    if (!databaseUrl) {
      throw new Error(
        'CREDENTIAL_STORE=postgres needs DATABASE_URL, as in postgres://user:password@host/database.',
      )
    }
    const { migrate, PostgresOneTimeStore, PostgresStore } = await import('@x/asana-auth-store-postgres')
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 3000 })
    pool.on('error', () => {})
    await migrate(pool)
    return {
      store: new PostgresStore({ pool }),
      oneTimeStore: new PostgresOneTimeStore({ pool }),
      close: () => pool.end(),
    }
  },

  'secrets-manager': async () => {
    const { SecretsManagerStore } = await import('@x/asana-auth-store-secrets-manager')
    const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
    // Region, credentials and endpoint come from where the AWS SDK always looks.
    const client = new SecretsManagerClient()
    return {
      store: new SecretsManagerStore({ client }),
      // Secrets are no place for values that live for minutes. Several processes want Redis or Postgres here.
      oneTimeStore: new MemoryOneTimeStore(),
      close: async () => client.destroy(),
    }
  },
}

export async function createStores(config: StoreConfig): Promise<Stores> {
  const create = Object.hasOwn(stores, config.name) ? stores[config.name] : undefined
  if (create) return create(config)
  throw new Error(
    `CREDENTIAL_STORE is ${JSON.stringify(config.name)}: choose one of ${Object.keys(stores).join(', ')}.`,
  )
}
