import { AsanaApiError, type AsanaErrorDetail } from '../errors/asana-api-error.ts'
import * as statusErrors from '../errors/status-errors.ts'
import { tried } from '../errors/tried.ts'
import { type Answer, isObject, parseObject } from './answer.ts'
import { retryAfterMs } from './retry-after.ts'

type Kind = readonly [type: typeof AsanaApiError, code: string, advice: string]

const checkAddress = 'Check baseUrl and proxies.'
const redirect: Kind = [AsanaApiError, 'unexpected_redirect', checkAddress]

/** By status, else by its first digit. A runtime that hides redirects shows status 0. */
const kinds: Record<number, Kind> = {
  0: redirect,
  2: [AsanaApiError, 'invalid_response', checkAddress],
  3: redirect,
  4: [AsanaApiError, 'unexpected_status', checkAddress],
  5: [statusErrors.ServerError, 'server_error', 'Try again later.'],
  400: [statusErrors.BadRequestError, 'bad_request', 'Correct what it names.'],
  401: [statusErrors.UnauthorizedError, 'unauthorized', 'Refresh the token, or authorize again.'],
  402: [
    statusErrors.PaymentRequiredError,
    'payment_required',
    'The workspace needs a plan with this feature.',
  ],
  403: [statusErrors.ForbiddenError, 'forbidden', 'The user lacks access, or the token a scope.'],
  404: [statusErrors.NotFoundError, 'not_found', 'It does not exist, or this user cannot see it.'],
  412: [statusErrors.SyncTokenError, 'sync_token_invalid', 'Go on with the sync token of this error.'],
  429: [statusErrors.RateLimitError, 'rate_limited', 'Wait for retryAfterMs.'],
  451: [
    statusErrors.UnavailableForLegalReasonsError,
    'unavailable_for_legal_reasons',
    'Asana may not serve this network.',
  ],
}

/** Which error an answer means that the call cannot use: for a success, that it cannot be read. */
export function apiErrorFor({ method, path, status, headers, text, tries }: Answer): AsanaApiError {
  const [Type, code, advice] = kinds[status] ?? kinds[Math.floor(status / 100)] ?? redirect
  const { errors: list, sync } = parseObject(text) ?? {}
  const errors = Array.isArray(list) ? list.filter(isDetail) : []
  const said = errors.map(error => error.message).join('; ') || describe(text)
  return new Type(`${method} ${path}: status ${status} (${said.slice(0, 500)})${tried(tries)}. ${advice}`, {
    code,
    status,
    errors,
    method,
    path,
    retryAfterMs: retryAfterMs(headers.get('retry-after')),
    requestId: headers.get('x-request-id') ?? undefined,
    ...(typeof sync === 'string' && { sync }),
  })
}

function isDetail(item: unknown): item is AsanaErrorDetail {
  return isObject(item) && typeof item['message'] === 'string'
}

/** What is not Asana's is not repeated: a page has no place in a log line, nor a token that is in it. */
function describe(text: string): string {
  if (text.trim() === '') return 'an empty answer'
  return /^\s*</.test(text) ? 'an HTML page' : `${text.length} characters that are no answer of Asana's`
}
