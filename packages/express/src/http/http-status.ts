import { AsanaError } from '@x/asana-auth-core'

/** By `code` and not by class, so that errors of another copy of the packages (ESM beside CommonJS) count too. */
const statusByCode: Readonly<Record<string, number>> = {
  // The request
  not_signed_in: 401,
  cross_site_request: 403,
  method_not_allowed: 405,
  // The login
  state_mismatch: 400,
  state_missing: 400,
  authorization_expired: 400,
  invalid_callback: 400,
  access_denied: 403,
  authorization_refused: 403,
  // The connection. Not 401: that says "sign in here", and many clients then end the user's session.
  credentials_not_found: 403,
  reauthorization_required: 403,
  unauthorized: 403,
  // What was asked of Asana
  bad_request: 400,
  payment_required: 402,
  forbidden: 403,
  not_found: 404,
  version_conflict: 409,
  rate_limited: 429,
  unavailable_for_legal_reasons: 451,
  // What was asked for is not there, or the call is wrong: a connector's caller may be a model
  attachment_not_downloadable: 404,
  entity_not_found: 400,
  action_not_supported: 400,
  missing_parameter: 400,
  invalid_parameter: 400,
  // Asana's answer is of no use
  unsafe_download_url: 502,
  download_failed: 502,
  hosted_invalid_answer: 502,
  sync_token_invalid: 502,
  invalid_response: 502,
  unexpected_redirect: 502,
  unexpected_status: 502,
  token_request_refused: 502,
  token_response_invalid: 502,
  // Outages: the same request may work later
  store_unavailable: 503,
  refresh_unavailable: 503,
  token_endpoint_unavailable: 503,
  server_error: 503,
  network_error: 503,
  queue_full: 503,
  hosted_unreachable: 503,
  timeout: 504,
  hosted_timeout: 504,
}

/**
 * The HTTP status to answer a request with that ended in this error. Errors of other origin keep the
 * `status` that Express middleware puts on them; everything else, such as wrong configuration or
 * credentials that cannot be decrypted, is 500.
 */
export function httpStatusOf(error: unknown): number {
  if (!(error instanceof Error)) return 500
  const { code, error: oauthError, status, statusCode = status } = error as Partial<Facts>
  // The user waited until the code had expired, or reloaded: a new login helps, and nobody has to be called.
  if (code === 'token_request_refused' && oauthError === 'invalid_grant') return 400
  if (typeof code === 'string' && Object.hasOwn(statusByCode, code)) return statusByCode[code] ?? 500
  // A server behind this one does not know the application: its user cannot sign in to that.
  if (error instanceof AsanaError && statusCode === 401) return 500
  return isErrorStatus(statusCode) ? statusCode : 500
}

/** For a `Retry-After` header: the whole seconds after which a new attempt makes sense, where the error says so. */
export function retryAfterSecondsOf(error: unknown): number | undefined {
  const waitMs = error instanceof Error ? (error as Partial<Facts>).retryAfterMs : undefined
  return typeof waitMs === 'number' && waitMs >= 0 ? Math.max(1, Math.ceil(waitMs / 1000)) : undefined
}

/** What errors may carry; nothing is known of any of it. */
type Facts = Record<'code' | 'error' | 'status' | 'statusCode' | 'retryAfterMs', unknown>

function isErrorStatus(status: unknown): status is number {
  return Number.isInteger(status) && (status as number) >= 400 && (status as number) < 600
}
