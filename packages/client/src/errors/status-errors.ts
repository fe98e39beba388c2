import { AsanaApiError } from './asana-api-error.ts'

/** 400 `bad_request`: a parameter or a field is missing or wrong. */
export class BadRequestError extends AsanaApiError {
  override readonly name = 'BadRequestError'
}

/** 401 `unauthorized`: the token is expired, revoked or blocked, and no other one was to be had. */
export class UnauthorizedError extends AsanaApiError {
  override readonly name = 'UnauthorizedError'
}

/** 402 `payment_required`: the workspace's plan does not include this feature. */
export class PaymentRequiredError extends AsanaApiError {
  override readonly name = 'PaymentRequiredError'
}

/** 403 `forbidden`: the user may not do this, or the token lacks a scope. */
export class ForbiddenError extends AsanaApiError {
  override readonly name = 'ForbiddenError'
}

/** 404 `not_found`: no such object, as far as this user can see. */
export class NotFoundError extends AsanaApiError {
  override readonly name = 'NotFoundError'
}

/** 412 `sync_token_invalid`: events were asked for without a valid sync token. */
export class SyncTokenError extends AsanaApiError {
  override readonly name = 'SyncTokenError'
  /** The token to ask for events with from now on; what happened before it is lost. */
  declare readonly sync?: string | undefined
}

/** 429 `rate_limited`: too many requests for this token; `retryAfterMs` says how long to wait. */
export class RateLimitError extends AsanaApiError {
  override readonly name = 'RateLimitError'
}

/** 451 `unavailable_for_legal_reasons`: usually an embargoed network address. */
export class UnavailableForLegalReasonsError extends AsanaApiError {
  override readonly name = 'UnavailableForLegalReasonsError'
}

/** 5xx `server_error`: Asana, or something in front of it, failed. */
export class ServerError extends AsanaApiError {
  override readonly name = 'ServerError'
}
