import { AsanaError, type AsanaErrorOptions } from './asana-error.ts'

/** One entry of an Asana error body. */
export interface AsanaErrorDetail {
  readonly message: string
  /** Where Asana documents this kind of error. */
  readonly help?: string
  /** Names one server error (status 500): quote it to Asana's support. */
  readonly phrase?: string
}

export interface AsanaApiErrorOptions extends AsanaErrorOptions {
  readonly status: number
  readonly errors: readonly AsanaErrorDetail[]
  readonly method: string
  readonly path: string
  readonly retryAfterMs?: number | undefined
  readonly requestId?: string | undefined
  readonly sync?: string | undefined
}

/**
 * Asana answered, but not with what the call is for. The subclasses stand for one status each; an
 * instance of this class itself is an answer that none of them describes: `unexpected_redirect`,
 * `unexpected_status`, or `invalid_response` for a success that cannot be read.
 */
export class AsanaApiError extends AsanaError {
  override readonly name: string = 'AsanaApiError'
  /** The HTTP status; 0 for a redirect in a runtime that hides it. */
  declare readonly status: number
  /** What Asana says went wrong; empty when the body was not Asana's. */
  declare readonly errors: readonly AsanaErrorDetail[]
  declare readonly method: string
  /** The path below the base URL, without the query. */
  declare readonly path: string
  /** How long Asana asks to wait, from `Retry-After`. */
  declare readonly retryAfterMs?: number | undefined
  /** The `X-Request-Id` of the response, where something on the way sets one. */
  declare readonly requestId?: string | undefined

  constructor(message: string, { cause, ...facts }: AsanaApiErrorOptions) {
    super(message, { code: facts.code, cause })
    Object.assign(this, facts)
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), ...this }
  }
}
