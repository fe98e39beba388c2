import { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { mergeRefreshed } from '../credentials/merge-refreshed.ts'
import { type AsanaUserCredentialsInput, parseUserCredentials } from '../credentials/parse-credentials.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { callAsApp } from './call-as-app.ts'
import type { FlowContext } from './flow-context.ts'
import { credentialsFromTokenResponse } from './token-response.ts'

/** Either the credentials, or just the refresh token. */
export type GrantOptions = (
  | { readonly credentials: AsanaUserCredentialsInput; readonly refreshToken?: string | undefined }
  | { readonly refreshToken: string; readonly credentials?: undefined }
) & {
  /** For this request, in milliseconds, instead of the flow's own. */
  readonly timeoutMs?: number | undefined
}

export async function refreshGrant(flow: FlowContext, options: GrantOptions): Promise<AsanaUserCredentials> {
  const old =
    options.credentials !== undefined
      ? parseUserCredentials(options.credentials)
      : new AsanaUserCredentials({
          accessToken: '',
          tokenType: 'Bearer',
          refreshToken: options.refreshToken,
          raw: {},
        })
  const { refreshToken } = old
  if (!refreshToken)
    throw new ConfigurationError('invalid_credentials', 'There is no refresh token to refresh with.')
  const what = 'token refresh'
  const body = await callAsApp(flow, {
    what,
    endpoint: flow.app.tokenUrl,
    timeoutMs: options.timeoutMs,
    secrets: [refreshToken],
    send: (server, client, secret, request) =>
      flow.oauth.refreshTokenGrantRequest(server, client, secret, refreshToken, request),
  })
  // An id_token that comes with a refresh was not asked for and is not checked: the old one stays.
  const { id_token: _unchecked, ...rest } = body
  return mergeRefreshed(old, credentialsFromTokenResponse(rest, what, flow.runtime.clock.now()))
}

export async function revokeGrant(flow: FlowContext, options: GrantOptions): Promise<void> {
  const token =
    options.credentials !== undefined
      ? parseUserCredentials(options.credentials).refreshToken
      : options.refreshToken
  if (!token) {
    throw new ConfigurationError(
      'invalid_credentials',
      'Asana revokes refresh tokens only, and there is none.',
    )
  }
  await callAsApp(flow, {
    what: 'revocation',
    endpoint: flow.app.revocationUrl,
    timeoutMs: options.timeoutMs,
    secrets: [token],
    send: (server, client, secret, request) =>
      flow.oauth.revocationRequest(server, client, secret, token, request),
  })
}
