import { checkAnswer } from './hosted-answer.ts'
import { type HostedAnswer, type HostedRequest, type HostedServer, sendHosted } from './hosted-request.ts'
import { untilAborted } from './until-aborted.ts'

/** A bearer token; another one than that which the server has just refused. */
export type GetToken = (rejected?: string) => Promise<string>

/** The answer, a success. @throws {HostedError} or the reason of an aborted signal */
export async function sendAuthorized(
  server: HostedServer,
  request: HostedRequest,
  getToken: GetToken,
): Promise<HostedAnswer> {
  const token = await untilAborted(getToken(), request.signal)
  const answer = await sendHosted(server, request, token)
  if (answer.status !== 401) return checkAnswer(request, answer)
  // The server may have new keys: one other token, one repetition.
  const other = await untilAborted(getToken(token), request.signal)
  return checkAnswer(request, await sendHosted(server, request, other))
}
