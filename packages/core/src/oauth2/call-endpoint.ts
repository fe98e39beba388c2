import { safeCause } from '@x/asana-client'
import { TokenRequestError } from '../errors/token-errors.ts'
import { type OAuthRequestOptions, requestOptions } from './authorization-server.ts'
import { type JsonObject, readAnswer } from './endpoint-answer.ts'
import type { FlowContext } from './flow-context.ts'

/** One request to one OAuth endpoint. */
export interface EndpointRequest {
  /** For messages: `token refresh`, `revocation`, … */
  readonly what: string
  readonly endpoint: string
  /** Instead of the flow's own. */
  readonly timeoutMs?: number | undefined
  /** What is sent and must not show up in an error. */
  readonly secrets: readonly (string | undefined)[]
  readonly send: (options: OAuthRequestOptions) => Promise<Response>
}

/**
 * Sends it once and reads the answer, headers and body within the deadline.
 * @throws TokenRequestError
 */
export async function callEndpoint(flow: FlowContext, request: EndpointRequest): Promise<JsonObject> {
  const { what, endpoint, timeoutMs = flow.timeoutMs, secrets } = request
  const options = requestOptions(flow, endpoint, timeoutMs)
  try {
    const response = await request.send(options)
    const text = await response.text()
    const answer = { status: response.status, retryAfter: response.headers.get('retry-after'), text }
    return readAnswer(answer, what, secrets, flow.runtime.clock.now())
  } catch (error) {
    if (error instanceof TokenRequestError) throw error
    const within = options.signal.aborted ? ` within ${timeoutMs} ms` : ''
    throw new TokenRequestError(
      `The ${what} got no answer from ${new URL(endpoint).host}${within}. Try again later.`,
      {
        code: 'token_endpoint_unavailable',
        cause: safeCause(error, secrets),
      },
    )
  }
}
