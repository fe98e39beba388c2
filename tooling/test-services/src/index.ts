export { freePort } from './free-port.ts'
export { MissingServiceError } from './missing-service-error.ts'
export { type Postgres, type PostgresOptions, startPostgres } from './postgres/start-postgres.ts'
export { nobodyListens } from './process/nobody-listens.ts'
export { type Redis, type RedisOptions, startRedis } from './redis/start-redis.ts'
export { type ClusterNode, type RedisCluster, startRedisCluster } from './redis/start-redis-cluster.ts'
export { requireService, type ServiceKind } from './require-service.ts'
export {
  type SecretsManager,
  type SecretsManagerOptions,
  startSecretsManager,
} from './secrets-manager/start-secrets-manager.ts'
export type { TestService } from './test-service.ts'
