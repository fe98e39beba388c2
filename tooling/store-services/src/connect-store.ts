import type { CredentialStore } from '@x/asana-auth-core'
import type { StoreConnection } from './store-connection.ts'

export interface ConnectedStore {
  readonly store: CredentialStore
  /** Ends the client that was made for it. */
  close(): Promise<void>
}

/**
 * The store of a connection, on a client of its own, with its tables there. Loads the driver that it
 * needs and no other.
 */
export async function connectStore(
  connection: StoreConnection,
  namespace = 'asana-auth',
): Promise<ConnectedStore> {
  switch (connection.kind) {
    case 'memory': {
      const { MemoryStore } = await import('@x/asana-auth-store-memory')
      return { store: new MemoryStore({ namespace }), close: async () => {} }
    }
    case 'redis': {
      const { RedisStore } = await import('@x/asana-auth-store-redis')
      const { Redis } = await import('ioredis')
      const client = new Redis(connection.url, { maxRetriesPerRequest: 1, retryStrategy: () => 50 })
      // While the server is away it says so over and over; the store's callers are told by errors.
      client.on('error', () => {})
      return { store: new RedisStore({ client, namespace }), close: async () => client.disconnect() }
    }
    case 'postgres': {
      const { migrate, PostgresStore } = await import('@x/asana-auth-store-postgres')
      const { default: pg } = await import('pg')
      const pool = new pg.Pool({ connectionString: connection.url, max: 5, connectionTimeoutMillis: 2000 })
      pool.on('error', () => {})
      await migrate(pool)
      return { store: new PostgresStore({ pool, namespace }), close: () => pool.end() }
    }
    case 'secrets-manager': {
      // Node 20 is one of the versions that are supported here; the SDK's notice would be in every output.
      process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
      const { SecretsManagerStore } = await import('@x/asana-auth-store-secrets-manager')
      const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
      const { endpoint, region, accessKeyId, secretAccessKey } = connection
      const client = new SecretsManagerClient({
        endpoint,
        region,
        credentials: { accessKeyId, secretAccessKey },
      })
      return { store: new SecretsManagerStore({ client, namespace }), close: async () => client.destroy() }
    }
  }
}
