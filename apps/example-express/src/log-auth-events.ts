import type { AuthManager } from '@x/asana-auth-core'
import type { Logger } from 'pino'

/** The life of connections, in the log. No event carries a token. */
export function logAuthEvents(auth: AuthManager, logger: Logger): void {
  for (const event of [
    'stored',
    'refreshed',
    'adopted',
    'revoked',
    'deleted',
    'persisted',
    'resealed',
  ] as const) {
    auth.on(event, ({ key }) => logger.info({ event, subject: key.subject }, 'asana connection'))
  }
  for (const event of [
    'reauthorization_required',
    'refresh_failed',
    'persist_failed',
    'store_unavailable',
  ] as const) {
    auth.on(event, ({ key, error }) =>
      logger.warn({ event, subject: key.subject, err: error }, 'asana connection'),
    )
  }
}
