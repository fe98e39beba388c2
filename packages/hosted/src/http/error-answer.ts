import { AsanaApiError, type AsanaError } from '@x/asana-auth-core'
import { type Answer, json } from './answer.ts'
import { ApiError, badRequest, type ErrorItem } from './api-error.ts'

interface Meaning {
  readonly status: number
  readonly errorCode: string
}

/**
 * Whose fault an error is: the caller's or Asana's refusal (4xx), Asana out of order (502), or ours (503).
 * By `code` and not by class, so that errors of another copy of the packages count too.
 */
const meanings: Readonly<Record<string, Meaning>> = {
  // Asana refused what was asked of it. Its 401 is not passed on as one: the caller's own token is good.
  bad_request: { status: 400, errorCode: 'asana_bad_request' },
  unauthorized: { status: 403, errorCode: 'asana_unauthorized' },
  payment_required: { status: 402, errorCode: 'asana_payment_required' },
  forbidden: { status: 403, errorCode: 'asana_forbidden' },
  not_found: { status: 404, errorCode: 'asana_not_found' },
  sync_token_invalid: { status: 412, errorCode: 'asana_sync_token_invalid' },
  rate_limited: { status: 429, errorCode: 'asana_rate_limited' },
  unavailable_for_legal_reasons: { status: 451, errorCode: 'asana_unavailable_for_legal_reasons' },
  attachment_not_downloadable: { status: 404, errorCode: 'attachment_not_downloadable' },
  // Too many of one user's calls wait for Asana's limits already.
  queue_full: { status: 429, errorCode: 'asana_rate_limited' },
  // Asana did not answer, or not with anything of use.
  server_error: { status: 502, errorCode: 'asana_server_error' },
  network_error: { status: 502, errorCode: 'asana_unreachable' },
  timeout: { status: 502, errorCode: 'asana_timeout' },
  invalid_response: { status: 502, errorCode: 'asana_invalid_response' },
  unexpected_redirect: { status: 502, errorCode: 'asana_invalid_response' },
  unexpected_status: { status: 502, errorCode: 'asana_unexpected_status' },
  unsafe_download_url: { status: 502, errorCode: 'asana_invalid_response' },
  download_failed: { status: 502, errorCode: 'asana_download_failed' },
  refresh_unavailable: { status: 502, errorCode: 'asana_token_unavailable' },
  token_endpoint_unavailable: { status: 502, errorCode: 'asana_token_unavailable' },
  token_response_invalid: { status: 502, errorCode: 'asana_invalid_response' },
  token_request_refused: { status: 502, errorCode: 'asana_app_refused' },
  // Ours.
  store_unavailable: { status: 503, errorCode: 'store_unavailable' },
  version_conflict: { status: 503, errorCode: 'store_busy' },
  store_permission_denied: { status: 503, errorCode: 'store_unavailable' },
  store_not_migrated: { status: 503, errorCode: 'store_unavailable' },
  decryption_failed: { status: 503, errorCode: 'decryption_failed' },
}

/** What an error tells its caller: enough to act on, and nothing of our insides. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  // Express, of a path such as /%E0%A4%A.
  if (error instanceof URIError) return MALFORMED_URL
  const code = codeOf(error)
  const meaning = code !== undefined && Object.hasOwn(meanings, code) ? meanings[code] : undefined
  if (!meaning) return UNEXPECTED
  const { status, errorCode } = meaning
  const retryAfterMs = retryAfterOf(error) ?? (status === 503 || status === 429 ? 1000 : undefined)
  if (status === 503) {
    const message =
      'The server cannot reach what it needs right now. Your connections are not affected: try again.'
    return new ApiError({ status, code: errorCode, message, retryAfterMs })
  }
  const { message } = error as AsanaError
  const items = error instanceof AsanaApiError ? asanaItems(error, errorCode) : undefined
  return new ApiError({ status, code: errorCode, message, retryAfterMs, ...(items && { items }) })
}

export function errorAnswer({ status, message, items, retryAfterMs, headers }: ApiError): Answer {
  const seconds = retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(retryAfterMs / 1000))
  return {
    ...json(status, { message, errors: items }),
    headers: { ...headers, ...(seconds !== undefined && { 'Retry-After': String(seconds) }) },
  }
}

/** Nothing of an error that nobody foresaw: its message was written for somebody else. */
const UNEXPECTED = new ApiError({
  status: 500,
  code: 'internal_error',
  message: 'Something went wrong here. It is in our log, under the id in X-Request-Id.',
})

const MALFORMED_URL = badRequest('malformed_url', 'The address is not percent-encoded as it should be.')

function asanaItems({ errors }: AsanaApiError, errorCode: string): readonly ErrorItem[] | undefined {
  if (errors.length === 0) return undefined
  return errors.map(({ message }) => ({ field: null, message, error_code: errorCode }))
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function retryAfterOf(error: unknown): number | undefined {
  const { retryAfterMs } = error as { retryAfterMs?: unknown }
  return typeof retryAfterMs === 'number' && retryAfterMs >= 0 ? retryAfterMs : undefined
}
