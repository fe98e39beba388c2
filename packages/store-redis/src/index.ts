export type { RedisArgument, RedisClient } from './redis-client.ts'
export { RedisOneTimeStore, type RedisOneTimeStoreOptions } from './redis-one-time-store.ts'
export { RedisStore, type RedisStoreOptions } from './redis-store.ts'
