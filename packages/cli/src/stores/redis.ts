import { RedisStore } from '@x/asana-auth-store-redis'
import type { Redis } from 'ioredis'
import { UsageError } from '../cli-errors.ts'
import { addressOf } from './address.ts'
import { loadDriver } from './load-driver.ts'
import type { OpenStore } from './open-store.ts'
import type { StoreSettings } from './store-settings.ts'

export async function openRedis(settings: StoreSettings): Promise<OpenStore> {
  const url = addressOf(settings, 'REDIS_URL', 'redis://127.0.0.1:6379')
  requireReadable(url)
  const { Redis } = await loadDriver('ioredis', () => import('ioredis'))
  // A person waits: one attempt, and then the error instead of a queue that fills up silently.
  const client = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 5000, commandTimeout: 5000 })
  // ioredis says so at every attempt to connect; the command's own error says only that there were too many.
  let outage: Error | undefined
  client.on('error', error => {
    outage = error
  })
  const told = <T>(answer: Promise<T>) =>
    answer.catch((error: Error) => {
      throw (error.name === 'MaxRetriesPerRequestError' && outage) || error
    })
  await enterDatabase(client)
  const { namespace } = settings
  return {
    store: new RedisStore({
      client: {
        get: name => told(client.get(name)),
        call: (command, ...args) => told(client.call(command, ...args)),
      },
      ...(namespace !== undefined && { namespace }),
    }),
    place: placeOf(client),
    close: async () => client.disconnect(),
  }
}

/** What ioredis would stumble over, or read as another database. */
function requireReadable(address: string): void {
  const { protocol, username, password, pathname } = new URL(address)
  try {
    decodeURIComponent(username + password)
  } catch {
    throw new UsageError('REDIS_URL has a % that escapes nothing: write it as %25.', 'invalid_setting')
  }
  if (/^rediss?:$/.test(protocol) && !/^\/?\d*$/.test(pathname)) {
    throw new UsageError(
      `REDIS_URL names the database ${pathname.slice(1)}: it must be a number, as in redis://127.0.0.1:6379/1.`,
      'invalid_setting',
    )
  }
}

/** Where it cannot, ioredis goes on in database 0, and only an event says so. */
async function enterDatabase(client: Redis): Promise<void> {
  const { db = 0 } = client.options
  if (db === 0) return
  try {
    await client.select(db)
  } catch (error) {
    const { name, message } = error as Error
    // An outage, or a login that fails, is told by the command itself.
    if (name !== 'ReplyError' || /^(NOAUTH|WRONGPASS|LOADING)/.test(message)) return
    client.disconnect()
    throw new UsageError(`REDIS_URL names database ${db}, which Redis refuses: ${message}`, 'invalid_setting')
  }
}

/** As ioredis reads the address, so that all spellings of one place are one. */
function placeOf({ options }: Redis): string {
  const { path, host, port, db = 0 } = options
  return `${path ?? `${host}:${port}`} ${db}`
}
