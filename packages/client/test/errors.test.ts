import { describe, expect, it } from 'vitest'
import * as asana from '../src/index.ts'
import { apiErrorFor } from '../src/response/api-error-for.ts'
import { rejection, serve } from './scripted-server.ts'

/** The error for an answer to `GET /tasks/5`. */
function errorFor(status: number, text: string, headers: Record<string, string> = {}): asana.AsanaApiError {
  return apiErrorFor({ method: 'GET', path: '/tasks/5', status, headers: new Headers(headers), text })
}

const says = (message: string) => JSON.stringify({ errors: [{ message }] })

describe('the error for a status', () => {
  it.each([
    [400, asana.BadRequestError, 'BadRequestError', 'bad_request'],
    [401, asana.UnauthorizedError, 'UnauthorizedError', 'unauthorized'],
    [402, asana.PaymentRequiredError, 'PaymentRequiredError', 'payment_required'],
    [403, asana.ForbiddenError, 'ForbiddenError', 'forbidden'],
    [404, asana.NotFoundError, 'NotFoundError', 'not_found'],
    [412, asana.SyncTokenError, 'SyncTokenError', 'sync_token_invalid'],
    [429, asana.RateLimitError, 'RateLimitError', 'rate_limited'],
    [
      451,
      asana.UnavailableForLegalReasonsError,
      'UnavailableForLegalReasonsError',
      'unavailable_for_legal_reasons',
    ],
    [500, asana.ServerError, 'ServerError', 'server_error'],
    [503, asana.ServerError, 'ServerError', 'server_error'],
    [424, asana.AsanaApiError, 'AsanaApiError', 'unexpected_status'],
    [304, asana.AsanaApiError, 'AsanaApiError', 'unexpected_redirect'],
    [299, asana.AsanaApiError, 'AsanaApiError', 'invalid_response'],
  ])('%i is a %o named %s with the code %s', async (status, type, name, code) => {
    const server = await serve({
      status,
      body: status < 400 ? '' : { errors: [{ message: 'task: Not today' }] },
    })
    const error = await rejection(server.client().getUser('me'))
    expect(error).toBeInstanceOf(type)
    expect(error).toBeInstanceOf(asana.AsanaApiError)
    expect(error).toBeInstanceOf(asana.AsanaError)
    expect(error).toMatchObject({ name, code, status, method: 'GET', path: '/users/me' })
  })
})

describe('an error of Asana', () => {
  it('says which call, which status, what Asana says, and what to do', () => {
    expect(errorFor(404, says('task: Unknown object: 5')).message).toBe(
      'GET /tasks/5: status 404 (task: Unknown object: 5). It does not exist, or this user cannot see it.',
    )
  })

  it('has all that Asana says', () => {
    const errors = [
      {
        message: 'Server Error',
        phrase: '6 sad squid snuggle softly',
        help: 'https://developers.asana.com/docs/errors',
      },
      { message: 'And another' },
    ]
    const error = errorFor(500, JSON.stringify({ errors }), { 'x-request-id': 'r-1' })
    expect(error.errors).toEqual(errors)
    expect(error.requestId).toBe('r-1')
    expect(error.message).toContain('Server Error; And another')
  })

  it('says how long to wait', async () => {
    const server = await serve({ status: 429, headers: { 'retry-after': '30' }, body: { errors: [] } })
    const error = await rejection(server.client().getUser('me'))
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs: 30_000 })
  })

  it('has the new sync token, when events are asked for without one', () => {
    const error = errorFor(
      412,
      JSON.stringify({ errors: [{ message: 'Sync token invalid' }], sync: 'de4774f6' }),
    )
    expect(error).toBeInstanceOf(asana.SyncTokenError)
    expect((error as asana.SyncTokenError).sync).toBe('de4774f6')
  })

  it('leaves the query out of the path, where a search text could stand', async () => {
    const server = await serve({ status: 400 })
    const error = await rejection(server.client().getTasks({ project: 'Secret plan' }))
    expect(error).toMatchObject({ path: '/tasks' })
    expect(JSON.stringify(error)).not.toContain('Secret')
  })

  it('goes to structured logs as a whole', () => {
    expect(JSON.parse(JSON.stringify(errorFor(429, says('Slow down'), { 'retry-after': '1' })))).toEqual({
      name: 'RateLimitError',
      code: 'rate_limited',
      message: 'GET /tasks/5: status 429 (Slow down). Wait for retryAfterMs.',
      status: 429,
      errors: [{ message: 'Slow down' }],
      method: 'GET',
      path: '/tasks/5',
      retryAfterMs: 1000,
    })
  })

  it.each(['', '{', '[]', 'null', '"a"', '{"errors":"no"}', '{"errors":[null,1,{"message":5}]}'])(
    'is an error even if its body is not: %s',
    text => expect(errorFor(400, text)).toMatchObject({ code: 'bad_request', errors: [] }),
  )
})

describe('a body that is not of Asana', () => {
  const page = '\n<!DOCTYPE html><html><body>Bad gateway</body></html>'

  it('is not put into the message when it is a page', async () => {
    const server = await serve({ status: 502, headers: { 'content-type': 'text/html' }, body: page })
    const error = await rejection(server.client().getUser('me'))
    expect(error).toBeInstanceOf(asana.ServerError)
    expect(String(error)).toBe('ServerError: GET /users/me: status 502 (an HTML page). Try again later.')
  })

  it('is cut when it is long', () => {
    expect(errorFor(503, 'x'.repeat(10_000)).message.length).toBeLessThan(300)
    expect(errorFor(400, says('x'.repeat(10_000))).message.length).toBeLessThan(700)
  })

  it('is cleaned of a token that a proxy repeats', () => {
    expect(errorFor(503, 'upstream refused: authorization: Bearer 2/1/2:abcdef\r\n').message).not.toContain(
      'abcdef',
    )
  })

  it.each([
    ['an HTML page', page],
    ['cut off', '{"data":{"gid":"1"'],
    ['empty', ''],
    ['without data', '{"gid":"1"}'],
    ['not an object', '[{"gid":"1"}]'],
  ])('is an invalid_response in a success: %s', async (_, body) => {
    const server = await serve({ body })
    for (const call of [server.client().getUser('me'), server.client().getTasks({ project: '1' })]) {
      const error = await rejection(call)
      expect(error).toBeInstanceOf(asana.AsanaApiError)
      expect(error).toMatchObject({ name: 'AsanaApiError', code: 'invalid_response', status: 200 })
      expect(String(error)).not.toContain('<')
    }
  })
})
