import {
  AsanaApiError,
  AsanaConnectionError,
  AsanaDownloadError,
  AsanaError,
  AsanaRequestError,
  AuthorizationDeniedError,
  ConfigurationError,
  CredentialsNotFoundError,
  DecryptionError,
  ForbiddenError,
  ForbiddenScopeError,
  InvalidStateError,
  NotFoundError,
  RateLimitError,
  ReauthorizationRequiredError,
  RefreshUnavailableError,
  ServerError,
  StoreUnavailableError,
  TokenRequestError,
  UnauthorizedError,
  VersionConflictError,
} from '@x/asana-auth-core'
import { describe, expect, it } from 'vitest'
import {
  CrossSiteRequestError,
  httpStatusOf,
  MethodNotAllowedError,
  NotSignedInError,
  retryAfterSecondsOf,
} from '../src/index.ts'

const key = { provider: 'asana', subject: 'ada' }
const context = { store: 'memory', operation: 'get', key }
const api = (status: number, code: string, retryAfterMs?: number) => ({
  code,
  status,
  errors: [],
  method: 'GET',
  path: '/tasks',
  retryAfterMs,
})

/** An error of the connector, which this package does not know. */
const coded = (code: string, status?: number) => Object.assign(new AsanaError('', { code }), { status })

describe('httpStatusOf', () => {
  it.each<[number, unknown]>([
    [401, new NotSignedInError()],
    [403, new CrossSiteRequestError()],
    [405, new MethodNotAllowedError('HEAD', 'GET')],
    [400, new InvalidStateError('state_mismatch', '')],
    [400, new InvalidStateError('authorization_expired', '')],
    [403, new AuthorizationDeniedError('access_denied')],
    [403, new AuthorizationDeniedError('server_error')],
    [500, new ForbiddenScopeError(['tasks:read'])],
    [403, new CredentialsNotFoundError(key)],
    [403, new ReauthorizationRequiredError(key, 'invalid_grant')],
    [503, new RefreshUnavailableError(key, '', 5000)],
    [503, new StoreUnavailableError(context, '')],
    [409, new VersionConflictError(context)],
    [500, new DecryptionError('It', 'not_authentic')],
    [500, new ConfigurationError('missing_store', '')],
    [400, new TokenRequestError('', { code: 'token_request_refused', status: 400, error: 'invalid_grant' })],
    [502, new TokenRequestError('', { code: 'token_request_refused', status: 401, error: 'invalid_client' })],
    [502, new TokenRequestError('', { code: 'token_response_invalid', status: 200 })],
    [503, new TokenRequestError('', { code: 'token_endpoint_unavailable', status: 500 })],
    [403, new UnauthorizedError('', api(401, 'unauthorized'))],
    [403, new ForbiddenError('', api(403, 'forbidden'))],
    [404, new NotFoundError('', api(404, 'not_found'))],
    [429, new RateLimitError('', api(429, 'rate_limited'))],
    [503, new ServerError('', api(500, 'server_error'))],
    [502, new AsanaApiError('', api(200, 'invalid_response'))],
    [502, new AsanaApiError('', api(418, 'unexpected_status'))],
    [504, new AsanaConnectionError('', { code: 'timeout', sent: true })],
    [503, new AsanaConnectionError('', { code: 'network_error', sent: false })],
    [500, new AsanaRequestError('', { code: 'invalid_path_parameter' })],
    [503, new AsanaRequestError('', { code: 'queue_full' })],
    [404, new AsanaDownloadError('', 'attachment_not_downloadable')],
    [502, new AsanaDownloadError('', 'unsafe_download_url')],
    [502, new AsanaDownloadError('', 'download_failed', 403)],
    [400, coded('entity_not_found')],
    [400, coded('missing_parameter')],
    [503, coded('hosted_unreachable')],
    [504, coded('hosted_timeout')],
    [502, coded('hosted_invalid_answer')],
    [404, coded('asana_not_found', 404)],
    // The hosted server does not know this application: nothing that its user could sign in to.
    [500, coded('unauthorized_client', 401)],
    [413, Object.assign(new Error('too large'), { status: 413, statusCode: 413 })],
    [403, Object.assign(new Error('csrf'), { statusCode: 403, code: 'EBADCSRFTOKEN' })],
    [500, Object.assign(new Error('odd'), { status: 200 })],
    [500, Object.assign(new Error('odd'), { status: '404' })],
    [500, Object.assign(new Error('inherited'), { code: 'toString' })],
    [500, new Error('anything')],
    [500, 'a text'],
    [500, undefined],
  ])('%i for %s', (status, error) => {
    expect(httpStatusOf(error)).toBe(status)
  })
})

describe('retryAfterSecondsOf', () => {
  it.each<[number | undefined, unknown]>([
    [5, new RefreshUnavailableError(key, '', 4_001)],
    [1, new RefreshUnavailableError(key, '', 0)],
    [30, new RateLimitError('', api(429, 'rate_limited', 30_000))],
    [2, new TokenRequestError('', { code: 'token_endpoint_unavailable', retryAfterMs: 2_000 })],
    [undefined, new RateLimitError('', api(429, 'rate_limited'))],
    [undefined, new StoreUnavailableError(context, '')],
    [undefined, undefined],
  ])('%s', (seconds, error) => {
    expect(retryAfterSecondsOf(error)).toBe(seconds)
  })
})
