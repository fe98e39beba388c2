import type * as oauth from 'oauth4webapi'
import type { AsanaAppCredentials } from '../app/asana-app-credentials.ts'
import { isInsecure } from '../app/endpoints.ts'
import type { FlowContext } from './flow-context.ts'

/** Asana as oauth4webapi wants to know it (RFC 8414 names). */
export function authorizationServer(app: AsanaAppCredentials): oauth.AuthorizationServer {
  return {
    issuer: new URL(app.authorizationUrl).origin,
    authorization_endpoint: app.authorizationUrl,
    token_endpoint: app.tokenUrl,
    revocation_endpoint: app.revocationUrl,
    introspection_endpoint: app.introspectionUrl,
    userinfo_endpoint: `${app.baseUrl}/openid_connect/userinfo`,
  }
}

type EndpointInit =
  | oauth.CustomFetchOptions<'GET', undefined>
  | oauth.CustomFetchOptions<'POST', URLSearchParams>

export interface OAuthRequestOptions {
  readonly [oauth.customFetch]: (url: string, init: EndpointInit) => Promise<Response>
  readonly [oauth.allowInsecureRequests]: boolean
  readonly signal: AbortSignal
}

/** How every request to an OAuth endpoint is sent: our fetch, a deadline, http for loopback only. */
export function requestOptions(
  { oauth, runtime }: FlowContext,
  endpoint: string,
  timeoutMs: number,
): OAuthRequestOptions {
  return {
    [oauth.customFetch]: (url, { body, signal, ...init }) =>
      runtime.fetch(url, { ...init, ...(body && { body }), ...(signal && { signal }) }),
    // The endpoint was checked: http is loopback.
    [oauth.allowInsecureRequests]: isInsecure(endpoint),
    // It takes whole milliseconds only, and what is left of a budget seldom is.
    signal: AbortSignal.timeout(Math.ceil(timeoutMs)),
  }
}
