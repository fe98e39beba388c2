import type { AccessTokens } from './auth/access-tokens.ts'
import type { ConnectionCredentials } from './connectors/connection-credentials.ts'
import type { ConnectorAccess } from './connectors/connector-access.ts'
import type { Executors } from './execute/executors.ts'
import type { RateLimiter } from './http/rate-limiter.ts'
import type { BrowserCookie } from './oauth/browser-cookie.ts'
import type { Consents } from './oauth/consents.ts'
import type { UnredeemedGrants } from './oauth/unredeemed-grants.ts'
import type { AuditLog } from './observe/audit-log.ts'
import type { Health } from './observe/health.ts'
import type { Metrics } from './observe/metrics.ts'
import type { AsanaApps } from './organizations/asana-apps.ts'
import type { HostedRegistry } from './registry/hosted-registry.ts'

/** What the endpoints work with. */
export interface Services {
  readonly publicUrl: string
  readonly registry: HostedRegistry
  readonly apps: AsanaApps
  readonly tokens: AccessTokens
  readonly consents: Consents
  readonly unredeemed: UnredeemedGrants
  readonly cookie: BrowserCookie
  readonly access: ConnectorAccess
  readonly credentials: ConnectionCredentials
  readonly executors: Executors
  readonly limiter: RateLimiter
  readonly audit: AuditLog
  readonly metrics: Metrics
  readonly health: Health
  readonly now: () => number
}
