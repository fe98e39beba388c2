/** A Redis command's argument as ioredis takes it. */
export type RedisArgument = string | number | Buffer

/**
 * What is used of an `ioredis` client: a `Redis` or a `Cluster`, version 5 or 6. It stays the
 * application's: its options, its reconnecting, its end.
 */
export interface RedisClient {
  get(key: string): Promise<string | null>
  /**
   * `command` in lower case: by another name ioredis before 5.9 finds no keys, for `keyPrefix` and a cluster's slots.
   */
  call(command: string, ...args: RedisArgument[]): Promise<unknown>
}
