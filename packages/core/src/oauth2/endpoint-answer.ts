import { retryAfterMs, scrub } from '@x/asana-client'
import { TokenRequestError } from '../errors/token-errors.ts'

/** What an OAuth endpoint answered, read once. */
export interface EndpointAnswer {
  readonly status: number
  readonly retryAfter: string | null
  readonly text: string
}

export type JsonObject = Readonly<Record<string, unknown>>

/**
 * The JSON of a good answer; every other answer is an error that says whether waiting helps.
 * @param what names the request, for the message
 * @param secrets what was sent and must not come back in a message
 * @see RFC 6749 section 5.2
 * @throws TokenRequestError
 */
export function readAnswer(
  answer: EndpointAnswer,
  what: string,
  secrets: readonly (string | undefined)[],
  now: number,
): JsonObject {
  const { status } = answer
  const waitMs = retryAfterMs(answer.retryAfter, now)
  const wait = waitMs === undefined ? {} : { retryAfterMs: waitMs }
  if (status === 429 || status >= 500) {
    throw new TokenRequestError(`Asana cannot answer the ${what} now (HTTP ${status}). Try again later.`, {
      code: 'token_endpoint_unavailable',
      status,
      ...wait,
    })
  }
  const body = parseObject(answer.text)
  if (!body) {
    // A proxy's page or a cut-off body: the server behind it may be well in a moment.
    throw new TokenRequestError(
      `The ${what} was answered with HTTP ${status} and no JSON object: a proxy or a broken connection? Try again later.`,
      {
        code: 'token_endpoint_unavailable',
        status,
      },
    )
  }
  const error = body['error']
  if (typeof error === 'string') {
    const description = body['error_description']
    const said = typeof description === 'string' ? ` ${scrub(description, secrets).slice(0, 300)}` : ''
    throw new TokenRequestError(
      `Asana refused the ${what}: ${scrub(error, secrets).slice(0, 100)}.${said}${advice(error)}`,
      {
        code: 'token_request_refused',
        status,
        // Compared with the names of RFC 6749 later on: those are left as they are.
        error: /^[a-z_]{1,100}$/.test(error) ? error : scrub(error, secrets).slice(0, 100),
      },
    )
  }
  if (status !== 200) {
    throw new TokenRequestError(`The ${what} was answered with HTTP ${status} and no OAuth error.`, {
      code: 'token_response_invalid',
      status,
    })
  }
  return body
}

export function invalidAnswer(what: string, problem: string): TokenRequestError {
  return new TokenRequestError(`Asana's answer to the ${what} cannot be used: ${problem}.`, {
    code: 'token_response_invalid',
    status: 200,
  })
}

function parseObject(text: string): JsonObject | undefined {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined
  } catch {
    return undefined
  }
}

function advice(error: string): string {
  switch (error) {
    case 'invalid_client':
    case 'unauthorized_client':
      return ' Check the client id and secret, and that the app is an API app, not an MCP app.'
    case 'invalid_grant':
      return ' It may be expired, used already or revoked, or the redirect URI is not the one that was used before.'
    default:
      return ''
  }
}
