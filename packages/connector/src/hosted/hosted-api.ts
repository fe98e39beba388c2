import { sendAuthorized } from './authorized-request.ts'
import { type Json, readJson } from './hosted-answer.ts'
import type { HostedConnection } from './hosted-connection.ts'
import type { HostedAnswer, HostedRequest } from './hosted-request.ts'

/**
 * Calls to a hosted server: for one external user with a token for that user alone, else with the
 * operator's. What goes wrong is a `HostedError`, or the reason of an aborted signal.
 */
export class HostedApi {
  readonly #connection: HostedConnection

  constructor(connection: HostedConnection) {
    this.#connection = connection
  }

  /** The answer's JSON. */
  async json(request: HostedRequest): Promise<Json> {
    return readJson(request, await this.call(request))
  }

  /** The answer, a success. */
  call(request: HostedRequest): Promise<HostedAnswer> {
    const { hosted, externalUserId } = this.#connection
    return sendAuthorized(hosted, request, rejected => hosted.getToken(externalUserId, rejected))
  }
}
