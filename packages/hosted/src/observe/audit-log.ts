import type { Logger } from 'pino'
import type { Principal } from '../auth/principal.ts'

/** What is written down of an action that matters: who, what, to whom, with what outcome. Never a token or a secret. */
export interface AuditEntry {
  /** `connector.created`, `consent.completed`, … */
  readonly action: string
  readonly outcome: 'done' | 'refused'
  readonly requestId: string
  readonly organizationId?: string | undefined
  readonly externalUserId?: string | undefined
  readonly connectorId?: string | undefined
  readonly [detail: string]: unknown
}

/** The audit trail, as lines of the log with `"audit": true`. */
export class AuditLog {
  readonly #logger: Logger

  constructor(logger: Logger) {
    this.#logger = logger
  }

  write(entry: AuditEntry, principal?: Principal): void {
    this.#logger.info({ audit: true, ...entry, ...(principal && { by: describe(principal) }) }, entry.action)
  }

  /** A failure that the caller was told nothing about, or not everything. */
  problem(requestId: string, operationId: string, error: unknown): void {
    this.#logger.error({ requestId, operationId, err: describeError(error) }, 'request failed')
  }

  /** About a connection, outside any request. */
  connection(event: string, subject: string, error?: Error): void {
    const facts = { event, subject, ...(error && { err: describeError(error) }) }
    if (error) this.#logger.warn(facts, 'asana connection')
    else this.#logger.info(facts, 'asana connection')
  }
}

function describe(principal: Principal): string {
  return principal.kind === 'operator'
    ? `operator:${principal.clientId}`
    : `scoped:${principal.externalUserId}`
}

/** Not every property of an error: drivers hang the command that failed on theirs, with all that was in it. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'A value that is no Error was thrown.' }
  const { name, message, stack, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { name, message, ...code, stack, ...(cause instanceof Error && { cause: describeError(cause) }) }
}
