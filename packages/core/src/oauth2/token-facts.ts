import type * as oauth from 'oauth4webapi'
import type { AsanaAppCredentials } from '../app/asana-app-credentials.ts'
import { splitScope } from '../app/scope.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { authorizationServer } from './authorization-server.ts'
import { callEndpoint } from './call-endpoint.ts'
import { invalidAnswer } from './endpoint-answer.ts'
import type { FlowContext } from './flow-context.ts'

/** What Asana says of a token (RFC 7662 section 2.2). */
export interface Introspection {
  /** False: expired, revoked, or never issued. */
  readonly active: boolean
  /** `bearer` for access tokens and personal access tokens, `refresh` for refresh tokens. */
  readonly tokenType?: string
  /** Of OAuth tokens only. */
  readonly clientId?: string
  readonly scope?: readonly string[]
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number
}

/** OpenID Connect Core 1.0 section 5.1. */
export interface UserInfo {
  /** The user's gid. */
  readonly sub: string
  readonly name?: string
  /** With scope `email`. */
  readonly email?: string
  /** With scope `profile`. */
  readonly picture?: string
  readonly [claim: string]: unknown
}

/** Asana asks for no client authentication here: the token alone is sent. */
const unauthenticated: oauth.ClientAuth = () => {}

export async function introspectToken(flow: FlowContext, token: string): Promise<Introspection> {
  const { app, oauth } = flow
  if (!token) throw new ConfigurationError('invalid_option', 'introspect needs a token.')
  const what = 'token introspection'
  const body = await callEndpoint(flow, {
    what,
    endpoint: app.introspectionUrl,
    secrets: [token],
    send: options =>
      oauth.introspectionRequest(authorizationServer(app), clientOf(app), unauthenticated, token, options),
  })
  const { active, token_type, client_id, scope, exp } = body
  if (typeof active !== 'boolean') throw invalidAnswer(what, 'it does not say whether the token is active')
  return {
    active,
    ...(typeof token_type === 'string' && { tokenType: token_type }),
    ...(client_id !== undefined && { clientId: String(client_id) }),
    ...(typeof scope === 'string' && { scope: splitScope(scope) }),
    ...(typeof exp === 'number' && { expiresAt: exp * 1000 }),
  }
}

export async function fetchUserInfo(flow: FlowContext, accessToken: string): Promise<UserInfo> {
  const { app, oauth } = flow
  const what = 'userinfo request'
  const body = await callEndpoint(flow, {
    what,
    endpoint: app.baseUrl,
    secrets: [accessToken],
    send: options => oauth.userInfoRequest(authorizationServer(app), clientOf(app), accessToken, options),
  })
  const { sub } = body
  if (typeof sub !== 'string') throw invalidAnswer(what, 'it has no sub')
  return { ...body, sub }
}

/** oauth4webapi wants a client even where none is sent. */
function clientOf(app: AsanaAppCredentials): oauth.Client {
  return { client_id: app.clientId ?? 'none' }
}
