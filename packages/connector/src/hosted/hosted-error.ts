import { AsanaError } from '@x/asana-client'

/** One reason that a hosted server gives. */
export interface HostedErrorItem {
  /** The member of the request that is wrong, if it is about one. */
  readonly field: string | null
  readonly message: string
  readonly error_code: string
  /** Where to go on: of a connection that needs consent again, the call that starts it. */
  readonly url?: string
}

/** What is known of a failure on a hosted server. */
export interface HostedErrorOptions {
  readonly code: string
  readonly status?: number | undefined
  readonly errors?: readonly HostedErrorItem[] | undefined
  readonly retryAfterMs?: number | undefined
  readonly cause?: unknown
}

/**
 * A hosted server refused a call or could not be reached. `code` is the server's `error_code`, such as
 * `asana_not_found`, `reauthorization_required` or `store_unavailable`; else `hosted_unreachable`,
 * `hosted_timeout`, `hosted_invalid_answer`, `connector_not_found` or `connector_ambiguous`.
 */
export class HostedError extends AsanaError {
  override readonly name = 'HostedError'
  /** Of the answer; undefined if there was none. */
  readonly status: number | undefined
  readonly errors: readonly HostedErrorItem[]
  readonly retryAfterMs: number | undefined

  /** The message says what happened, to which call, and what to do. */
  constructor(message: string, { code, status, errors = [], retryAfterMs, cause }: HostedErrorOptions) {
    super(message, { code, cause })
    this.status = status
    this.errors = errors
    this.retryAfterMs = retryAfterMs
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), status: this.status, errors: this.errors }
  }
}
