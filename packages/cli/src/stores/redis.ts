import { RedisStore } from '@x/asana-auth-store-redis'
import { addressOf, placeOf } from './address.ts'
import { loadDriver } from './load-driver.ts'
import type { OpenStore } from './open-store.ts'
import type { StoreSettings } from './store-settings.ts'

export async function openRedis(settings: StoreSettings): Promise<OpenStore> {
  const url = addressOf(settings, 'REDIS_URL', 'redis://127.0.0.1:6379')
  const { Redis } = await loadDriver('ioredis', () => import('ioredis'))
  // A person waits: one attempt, and then the error instead of a queue that fills up silently.
  const client = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 5000, commandTimeout: 5000 })
  // ioredis says so at every attempt to connect; the command's own error is what counts.
  client.on('error', () => {})
  const { namespace } = settings
  return {
    store: new RedisStore({ client, ...(namespace !== undefined && { namespace }) }),
    place: placeOf(url),
    close: async () => client.disconnect(),
  }
}
