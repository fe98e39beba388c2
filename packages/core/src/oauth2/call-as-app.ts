import type * as oauth from 'oauth4webapi'
import { authorizationServer, type OAuthRequestOptions } from './authorization-server.ts'
import { callEndpoint } from './call-endpoint.ts'
import type { JsonObject } from './endpoint-answer.ts'
import type { FlowContext } from './flow-context.ts'

export interface AppRequest {
  /** For messages: `token refresh`, `revocation`, … */
  readonly what: string
  readonly endpoint: string
  /** Instead of the flow's own. */
  readonly timeoutMs?: number | undefined
  readonly secrets: readonly (string | undefined)[]
  readonly send: (
    server: oauth.AuthorizationServer,
    client: oauth.Client,
    secret: oauth.ClientAuth,
    options: OAuthRequestOptions,
  ) => Promise<Response>
}

/**
 * Calls an endpoint as the app: client id and secret go in the body, which is what Asana documents.
 * @throws ConfigurationError, TokenRequestError
 */
export async function callAsApp(flow: FlowContext, request: AppRequest): Promise<JsonObject> {
  const { app, oauth } = flow
  const { what, endpoint, timeoutMs, secrets, send } = request
  const { clientId, clientSecret } = app.requireClient()
  return callEndpoint(flow, {
    what,
    endpoint,
    timeoutMs,
    secrets: [...secrets, clientSecret],
    send: options =>
      send(authorizationServer(app), { client_id: clientId }, oauth.ClientSecretPost(clientSecret), options),
  })
}
