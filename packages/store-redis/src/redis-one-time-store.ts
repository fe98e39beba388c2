import type { OneTimeStore } from '@x/asana-auth-core'
import type { RedisClient } from './redis-client.ts'
import { RedisCommands } from './redis-commands.ts'
import { RedisKeys } from './redis-keys.ts'

export interface RedisOneTimeStoreOptions {
  /** An `ioredis` client, `Redis` or `Cluster`. */
  readonly client: RedisClient
  /** In front of every key; default `asana-auth`. */
  readonly namespace?: string
}

/** Values that can be read once, by one of all processes. */
export class RedisOneTimeStore implements OneTimeStore {
  readonly #redis: RedisCommands
  readonly #keys: RedisKeys

  constructor(options: RedisOneTimeStoreOptions) {
    this.#redis = new RedisCommands(options.client)
    this.#keys = new RedisKeys(options.namespace ?? 'asana-auth')
  }

  async put(key: string, value: string, ttlMs: number): Promise<void> {
    await this.#redis.call(
      { operation: 'put of a one-time value' },
      'set',
      this.#keys.oneTime(key),
      value,
      'PX',
      Math.ceil(ttlMs),
    )
  }

  async take(key: string): Promise<string | undefined> {
    const value = await this.#redis.call(
      { operation: 'take of a one-time value' },
      'getdel',
      this.#keys.oneTime(key),
    )
    return typeof value === 'string' ? value : undefined
  }
}
