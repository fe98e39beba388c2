import {
  AsanaConnectionError,
  ConfigurationError,
  ForbiddenError,
  RateLimitError,
  ReauthorizationRequiredError,
  ServerError,
  TokenRequestError,
} from '@x/asana-auth-core'
import { describe, expect, it } from 'vitest'
import { exitCodeOf } from '../src/exit-code.ts'

const api = (status: number, code: string) => ({ code, status, errors: [], method: 'GET', path: '/users/me' })

describe('the exit code', () => {
  it.each([
    [2, new ConfigurationError('missing_store', '')],
    [3, new ReauthorizationRequiredError({ provider: 'asana', subject: 'ada' }, 'invalid_grant')],
    [4, new AsanaConnectionError('', { code: 'timeout', sent: true })],
    // Asana, or its limits, may let the same command through in a moment.
    [4, new ServerError('', api(503, 'server_error'))],
    [4, new RateLimitError('', api(429, 'rate_limited'))],
    [4, new TokenRequestError('', { code: 'token_endpoint_unavailable' })],
    [3, new TokenRequestError('', { code: 'token_request_refused', error: 'invalid_grant' })],
    [1, new ForbiddenError('', api(403, 'forbidden'))],
    [1, new Error('anything')],
  ])('is %i for %s', (code, error) => {
    expect(exitCodeOf(error)).toBe(code)
  })
})
