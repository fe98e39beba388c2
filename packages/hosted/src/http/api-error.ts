import { AsanaError } from '@x/asana-auth-core'

/** One reason in an error answer. */
export interface ErrorItem {
  /** The member of the request that is wrong, dotted; null where it is not about one. */
  readonly field: string | null
  readonly message: string
  readonly error_code: string
  /** Where to go on, for an error that a call mends. */
  readonly url?: string
}

export interface ApiErrorOptions {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly field?: string
  readonly items?: readonly ErrorItem[]
  readonly url?: string
  /** For `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** A request that is answered with an error on purpose. Its message is for the caller. */
export class ApiError extends AsanaError {
  override readonly name = 'ApiError'
  readonly status: number
  readonly items: readonly ErrorItem[]
  readonly retryAfterMs: number | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor({ status, code, message, field, items, url, retryAfterMs, headers }: ApiErrorOptions) {
    super(message, { code })
    this.status = status
    this.items = items ?? [
      { field: field ?? null, message, error_code: code, ...(url !== undefined && { url }) },
    ]
    this.retryAfterMs = retryAfterMs
    this.headers = headers ?? {}
  }
}

export function badRequest(code: string, message: string, field?: string): ApiError {
  return new ApiError({ status: 400, code, message, ...(field !== undefined && { field }) })
}

/** With the challenge of RFC 6750 section 3. */
export function unauthorized(code: string, message: string): ApiError {
  const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' }
  return new ApiError({ status: 401, code, message, headers })
}

export function forbidden(code: string, message: string, field?: string): ApiError {
  return new ApiError({ status: 403, code, message, ...(field !== undefined && { field }) })
}

export function notFound(code: string, message: string): ApiError {
  return new ApiError({ status: 404, code, message })
}

/** The request can be read, and what it says cannot be done. */
export function unprocessable(code: string, message: string, field?: string): ApiError {
  return new ApiError({ status: 422, code, message, ...(field !== undefined && { field }) })
}
