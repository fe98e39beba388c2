import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { type AuthorizationStep, type AuthorizeOptions, createAuthorization } from './authorize.ts'
import { type ExchangeOptions, exchangeCode } from './exchange.ts'
import { type OAuth2FlowSettings, withLibrary } from './flow-context.ts'
import { type GrantOptions, refreshGrant, revokeGrant } from './grant.ts'
import { fetchUserInfo, type Introspection, introspectToken, type UserInfo } from './token-facts.ts'

/** The OAuth 2.0 authorization code flow as Asana runs it. Stores nothing. */
export class OAuth2Flow {
  readonly #settings: OAuth2FlowSettings

  constructor(settings: OAuth2FlowSettings) {
    this.#settings = settings
  }

  /**
   * Where to send the browser. Sends nothing itself.
   * @throws ConfigurationError
   */
  async authorize(options: AuthorizeOptions = {}): Promise<AuthorizationStep> {
    return createAuthorization(await withLibrary(this.#settings), options)
  }

  /**
   * A code for tokens (RFC 6749 section 4.1.3). A code works once, for 15 minutes.
   * @throws InvalidStateError, AuthorizationDeniedError, ForbiddenScopeError, TokenRequestError, ConfigurationError
   */
  async exchange(options: ExchangeOptions): Promise<AsanaUserCredentials> {
    return exchangeCode(await withLibrary(this.#settings), options)
  }

  /**
   * New tokens for a refresh token (RFC 6749 section 6). What the answer leaves out is kept from
   * the old credentials. For stored credentials use `AuthManager`, which does it once for all callers.
   * @throws TokenRequestError, ConfigurationError
   */
  async refresh(options: GrantOptions): Promise<AsanaUserCredentials> {
    return refreshGrant(await withLibrary(this.#settings), options)
  }

  /**
   * Ends a grant: the refresh token and all access tokens of it (RFC 7009). Asana takes refresh
   * tokens only, and answers well for one that it does not know.
   * @throws TokenRequestError, ConfigurationError
   */
  async revoke(options: GrantOptions): Promise<void> {
    return revokeGrant(await withLibrary(this.#settings), options)
  }

  /**
   * What Asana knows of any of its tokens (RFC 7662).
   * @throws TokenRequestError, ConfigurationError
   */
  async introspect(options: { readonly token: string }): Promise<Introspection> {
    return introspectToken(await withLibrary(this.#settings), options.token)
  }

  /**
   * The OpenID Connect claims of the user; the grant needs the scope `openid`.
   * @throws TokenRequestError
   */
  async userInfo(options: { readonly accessToken: string }): Promise<UserInfo> {
    return fetchUserInfo(await withLibrary(this.#settings), options.accessToken)
  }
}
