import * as oauth from 'oauth4webapi'
import type { AsanaAppCredentials } from '../app/asana-app-credentials.ts'
import { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { mergeRefreshed } from '../credentials/merge-refreshed.ts'
import { type AsanaUserCredentialsInput, parseUserCredentials } from '../credentials/parse-credentials.ts'
import { ForbiddenScopeError, InvalidStateError } from '../errors/authorization-errors.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { TokenRequestError } from '../errors/token-errors.ts'
import type { Runtime } from '../runtime.ts'
import { authorizationServer, type OAuthRequestOptions } from './authorization-server.ts'
import {
  type AuthorizationStep,
  type AuthorizeOptions,
  createAuthorization,
  requireRedirectUri,
} from './authorize.ts'
import { callEndpoint } from './call-endpoint.ts'
import { readCallback, readCode } from './callback.ts'
import { invalidAnswer, type JsonObject } from './endpoint-answer.ts'
import { validateIdToken } from './id-token.ts'
import { fetchUserInfo, type Introspection, introspectToken, type UserInfo } from './token-facts.ts'
import { credentialsFromTokenResponse } from './token-response.ts'

/** The callback, or the code taken from it, with what `authorize` returned. */
export type ExchangeOptions = Partial<Omit<AuthorizationStep, 'authorizationUrl'>> & {
  /** For whom; named in errors. */
  readonly subject?: string
  readonly authorizationUrl?: string
} & (
    | {
        /** The whole callback, absolute or as the path and query that the server saw. Needs `state`. */
        readonly callbackUrl: string | URL
        readonly code?: never
      }
    | {
        /** The decoded `code`, when the application has compared the state itself. */
        readonly code: string
        readonly callbackUrl?: never
      }
  )

/** Either the credentials, or just the refresh token. */
export type GrantOptions = (
  | { readonly credentials: AsanaUserCredentialsInput }
  | { readonly refreshToken: string }
) & {
  /** For this request, instead of the flow's own. */
  readonly timeoutMs?: number
}

interface AppRequest {
  readonly what: string
  readonly endpoint: string
  readonly timeoutMs?: number | undefined
  readonly secrets: readonly (string | undefined)[]
  readonly send: (
    server: oauth.AuthorizationServer,
    client: oauth.Client,
    secret: oauth.ClientAuth,
    options: OAuthRequestOptions,
  ) => Promise<Response>
}

export interface OAuth2FlowSettings {
  readonly app: AsanaAppCredentials
  readonly runtime: Runtime
  /** For one request to an OAuth endpoint. */
  readonly timeoutMs: number
}

/** The OAuth 2.0 authorization code flow as Asana runs it. Stores nothing. */
export class OAuth2Flow {
  readonly #app: AsanaAppCredentials
  readonly #runtime: Runtime
  readonly #timeoutMs: number

  constructor({ app, runtime, timeoutMs }: OAuth2FlowSettings) {
    this.#app = app
    this.#runtime = runtime
    this.#timeoutMs = timeoutMs
  }

  /**
   * Where to send the browser. Sends nothing itself.
   * @throws ConfigurationError
   */
  authorize(options: AuthorizeOptions = {}): Promise<AuthorizationStep> {
    return createAuthorization(this.#app, options, this.#runtime.clock.now())
  }

  /**
   * A code for tokens (RFC 6749 section 4.1.3). A code works once, for 15 minutes.
   * @throws InvalidStateError, AuthorizationDeniedError, ForbiddenScopeError, TokenRequestError, ConfigurationError
   */
  async exchange(options: ExchangeOptions): Promise<AsanaUserCredentials> {
    const { code, callbackUrl, state, codeVerifier, scope, nonce, expiresAt } = options
    const redirectUri = requireRedirectUri(this.#app, options.redirectUri)
    if ((code === undefined) === (callbackUrl === undefined)) {
      throw new ConfigurationError('invalid_option', 'exchange needs either callbackUrl or code.')
    }
    if (expiresAt !== undefined && this.#runtime.clock.now() > expiresAt) {
      throw new InvalidStateError('authorization_expired', 'The user took too long on the consent page.')
    }
    const parameters =
      callbackUrl === undefined
        ? readCode(this.#app, code)
        : readCallback(this.#app, callbackUrl, { state, redirectUri, scope })
    const what =
      options.subject === undefined ? 'code exchange' : `code exchange for ${JSON.stringify(options.subject)}`
    const verifier = codeVerifier ?? oauth.nopkce
    const body = await this.#callAsApp({
      what,
      endpoint: this.#app.tokenUrl,
      secrets: [parameters.get('code') ?? undefined, codeVerifier],
      send: (server, client, secret, options) =>
        oauth.authorizationCodeGrantRequest(
          server,
          client,
          secret,
          parameters,
          redirectUri,
          verifier,
          options,
        ),
    }).catch(error => {
      throw asScopeError(error, scope)
    })
    const credentials = credentialsFromTokenResponse(body, what, this.#runtime.clock.now())
    return this.#withCheckedIdToken(credentials, body, nonce, scope ?? this.#app.defaultScope)
  }

  /**
   * New tokens for a refresh token (RFC 6749 section 6). What the answer leaves out is kept from
   * the old credentials. For stored credentials use `AuthManager`, which does it once for all callers.
   * @throws TokenRequestError
   */
  async refresh(options: GrantOptions): Promise<AsanaUserCredentials> {
    const old =
      'credentials' in options
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
    const body = await this.#callAsApp({
      what,
      endpoint: this.#app.tokenUrl,
      timeoutMs: options.timeoutMs,
      secrets: [refreshToken],
      send: (server, client, secret, options) =>
        oauth.refreshTokenGrantRequest(server, client, secret, refreshToken, options),
    })
    // An id_token that comes with a refresh was not asked for and is not checked: the old one stays.
    const { id_token: _unchecked, ...rest } = body
    return mergeRefreshed(old, credentialsFromTokenResponse(rest, what, this.#runtime.clock.now()))
  }

  /**
   * Ends a grant: the refresh token and all access tokens of it (RFC 7009). Asana takes refresh
   * tokens only, and answers well for one that it does not know.
   * @throws TokenRequestError
   */
  async revoke(options: GrantOptions): Promise<void> {
    const token =
      'credentials' in options ? parseUserCredentials(options.credentials).refreshToken : options.refreshToken
    if (!token) {
      throw new ConfigurationError(
        'invalid_credentials',
        'Asana revokes refresh tokens only, and there is none.',
      )
    }
    await this.#callAsApp({
      what: 'revocation',
      endpoint: this.#app.revocationUrl,
      timeoutMs: options.timeoutMs,
      secrets: [token],
      send: (server, client, secret, options) =>
        oauth.revocationRequest(server, client, secret, token, options),
    })
  }

  /**
   * What Asana knows of any of its tokens (RFC 7662).
   * @throws TokenRequestError
   */
  introspect(options: { readonly token: string }): Promise<Introspection> {
    return introspectToken(this.#app, this.#runtime, this.#timeoutMs, options.token)
  }

  /**
   * The OpenID Connect claims of the user; the grant needs the scope `openid`.
   * @throws TokenRequestError
   */
  userInfo(options: { readonly accessToken: string }): Promise<UserInfo> {
    return fetchUserInfo(this.#app, this.#runtime, this.#timeoutMs, options.accessToken)
  }

  /** As the app: client id and secret go in the body, which is what Asana documents. */
  async #callAsApp({
    what,
    endpoint,
    timeoutMs = this.#timeoutMs,
    secrets,
    send,
  }: AppRequest): Promise<JsonObject> {
    const { clientId, clientSecret } = this.#app.requireClient()
    return callEndpoint(this.#runtime, timeoutMs, {
      what,
      endpoint,
      secrets: [...secrets, clientSecret],
      send: options =>
        send(
          authorizationServer(this.#app),
          { client_id: clientId },
          oauth.ClientSecretPost(clientSecret),
          options,
        ),
    })
  }

  /** Keeps an id_token only when one was asked for and it is valid. */
  async #withCheckedIdToken(
    credentials: AsanaUserCredentials,
    body: JsonObject,
    nonce: string | undefined,
    scope: readonly string[] | undefined,
  ): Promise<AsanaUserCredentials> {
    const { idToken, ...rest } = credentials
    if (nonce === undefined && !scope?.includes('openid')) return new AsanaUserCredentials(rest)
    if (idToken === undefined)
      throw invalidAnswer('code exchange', '"openid" was asked for and it has no id_token')
    await validateIdToken(this.#app, this.#runtime, this.#timeoutMs, body, nonce)
    return credentials
  }
}

function asScopeError(error: unknown, scope: readonly string[] | undefined): unknown {
  return error instanceof TokenRequestError &&
    (error.error === 'forbidden_scopes' || error.error === 'invalid_scope')
    ? new ForbiddenScopeError(scope)
    : error
}
