import * as oauth from 'oauth4webapi'
import type { AsanaAppCredentials } from '../app/asana-app-credentials.ts'
import type { Runtime } from '../runtime.ts'
import { authorizationServer, type OAuthRequestOptions } from './authorization-server.ts'
import { callEndpoint } from './call-endpoint.ts'
import type { JsonObject } from './endpoint-answer.ts'

/** What the OAuth flow works with. */
export interface OAuth2FlowSettings {
  readonly app: AsanaAppCredentials
  readonly runtime: Runtime
  /** For one request to an OAuth endpoint, in milliseconds. */
  readonly timeoutMs: number
}

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
export async function callAsApp(settings: OAuth2FlowSettings, request: AppRequest): Promise<JsonObject> {
  const { app, runtime } = settings
  const { what, endpoint, timeoutMs = settings.timeoutMs, secrets, send } = request
  const { clientId, clientSecret } = app.requireClient()
  return callEndpoint(runtime, timeoutMs, {
    what,
    endpoint,
    secrets: [...secrets, clientSecret],
    send: options =>
      send(authorizationServer(app), { client_id: clientId }, oauth.ClientSecretPost(clientSecret), options),
  })
}
