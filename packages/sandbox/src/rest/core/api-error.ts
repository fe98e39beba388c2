import { jsonReply, type Reply } from '../../http/reply.ts'
import { phrase } from './phrase.ts'

/** Recorded from Asana: every error carries it. */
const help =
  'For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors'

/** A refusal of the REST API; each message becomes one entry of `errors`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

export function apiErrorReply(error: ApiError): Reply {
  const entry = error.status >= 500 ? { phrase: phrase() } : {}
  return {
    ...jsonReply(error.status, { errors: [{ message: error.message, help, ...entry }] }, error.headers),
    outcome: String(error.status),
  }
}

/** The text of a status that no rule of the sandbox produced: for faults. */
export function apiStatusReply(status: number): Reply {
  return apiErrorReply(
    new ApiError(status, messages[status] ?? (status >= 500 ? 'Server Error' : `Error ${status}`)),
  )
}

export const rateLimitMessage =
  "You've made too many requests and hit a rate limit. Please retry after the given amount of time."

const messages: Readonly<Record<number, string>> = {
  401: 'Not Authorized',
  404: 'No matching route for request',
  413: 'Payload Too Large',
  429: rateLimitMessage,
}
