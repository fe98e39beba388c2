import type { AuthManager } from '@x/asana-auth-core'
import type { AuditLog } from './audit-log.ts'

/** The life of connections, in the log. No event carries a token. */
export function logConnectionsOf(auth: AuthManager, audit: AuditLog): void {
  for (const event of ['stored', 'refreshed', 'revoked', 'deleted', 'persisted'] as const) {
    auth.on(event, ({ key }) => audit.connection(event, key.subject))
  }
  for (const event of [
    'reauthorization_required',
    'refresh_failed',
    'persist_failed',
    'store_unavailable',
  ] as const) {
    auth.on(event, ({ key, error }) => audit.connection(event, key.subject, error))
  }
}
