export { LIFETIME_S as tokenLifetimeS } from './auth/access-tokens.ts'
export type { SigningJwk } from './auth/signing-jwk.ts'
export { generateSigningKey } from './auth/signing-keys.ts'
export { createHostedApp, type HostedAppOptions } from './create-hosted-app.ts'
export type { Executor, MakeExecutor } from './execute/executor.ts'
export { type HostedApi, hostedApi } from './hosted-api.ts'
export type { HostedOptions } from './hosted-options.ts'
export { defaultRateLimits, type RateLimits } from './http/rate-limiter.ts'
export {
  createClient,
  createOrganization,
  type NewClient,
  type NewOrganization,
} from './organizations/create-organization.ts'
export type { ConnectorChange, ConnectorPageOptions, HostedRegistry } from './registry/hosted-registry.ts'
export { MemoryRegistry } from './registry/memory-registry.ts'
export { migrateRegistry } from './registry/postgres/migrate-registry.ts'
export { PostgresRegistry, type PostgresRegistryOptions } from './registry/postgres/postgres-registry.ts'
export type { RegistryTableOptions } from './registry/postgres/tables.ts'
export type { ApiClient, AsanaApp, ConnectionApp, Connector, Organization } from './registry/records.ts'
export {
  RedisRegistry,
  type RedisRegistryOptions,
  type RegistryRedisClient,
} from './registry/redis/redis-registry.ts'
export { type HostedServer, type ServeOptions, serveHosted } from './serve-hosted.ts'
