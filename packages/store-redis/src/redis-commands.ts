import type { RedisArgument, RedisClient } from './redis-client.ts'
import { type RedisOperation, storeError } from './redis-error.ts'

/** Commands to the application's client, with typed errors coming out. */
export class RedisCommands {
  readonly #client: RedisClient

  constructor(client: RedisClient) {
    this.#client = client
  }

  /** What `read` makes of the string at `name`; undefined when there is none. @throws as `call`, and what `read` throws */
  async get<T>(at: RedisOperation, name: string, read: (text: string) => T): Promise<T | undefined> {
    try {
      const text = await this.#client.get(name)
      return text === null ? undefined : read(text)
    } catch (error) {
      throw storeError(error, at)
    }
  }

  /** @throws StoreUnavailableError, ConfigurationError */
  async call(at: RedisOperation, command: string, ...args: RedisArgument[]): Promise<unknown> {
    try {
      return await this.#client.call(command, ...args)
    } catch (error) {
      throw storeError(error, at)
    }
  }

  /** Runs a script and returns the number it answers. @throws StoreUnavailableError, ConfigurationError */
  async run(
    at: RedisOperation,
    script: string,
    keys: readonly string[],
    ...args: RedisArgument[]
  ): Promise<number> {
    return Number(await this.call(at, 'eval', script, keys.length, ...keys, ...args))
  }
}
