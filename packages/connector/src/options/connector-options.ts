import type { AsanaUserCredentials, AuthManager, AuthManagerOptions, Subject } from '@x/asana-auth-core'
import type { HostedClient, HostedClientOptions } from '../hosted/hosted-client.ts'

/** OAuth credentials of one user. The snake_case names are taken as well. */
export interface OAuthConfig {
  readonly refreshToken: string
  /** Used until Asana refuses it; without one, the first call refreshes. */
  readonly accessToken?: string | undefined
  /** Of the app that the tokens were issued to; else environment `ASANA_CLIENT_ID`. */
  readonly clientId?: string | undefined
  /** Else environment `ASANA_CLIENT_SECRET`. */
  readonly clientSecret?: string | undefined
}

/** A personal access token or a service account's (Asana docs: Personal access token). */
export interface TokenConfig {
  readonly token: string
}

/** Called with the new credentials after each refresh, before anybody gets the new token. */
export type OnTokenRefresh = (credentials: AsanaUserCredentials) => void | Promise<void>

/** Credentials that the application holds. */
export interface AuthConfigOptions {
  readonly authConfig: OAuthConfig | TokenConfig
  readonly onTokenRefresh?: OnTokenRefresh | undefined
  /** Told when `onTokenRefresh` failed: the token works, but it was not kept. Without it, the process warns. */
  readonly onError?: ((error: Error) => void) | undefined
  /** What `AuthManager` takes: endpoints, fetch, clock, timeouts. */
  readonly manager?: Omit<AuthManagerOptions, 'store' | 'encryption' | 'fallbackToAppToken'> | undefined
}

/** Credentials in a store, kept valid across processes. The manager stays the application's. */
export interface ManagedOptions {
  readonly auth: AuthManager
  readonly subject: Subject
}

/**
 * How to reach a hosted server (`@x/asana-connector-hosted`): a client that you made and share, or what to
 * make one from, which then has tokens of its own.
 */
export type HostedServerOptions =
  | HostedClientOptions
  | ({ readonly hosted: HostedClient } & { readonly [name in keyof HostedClientOptions]?: undefined })

/** A connection that a hosted server keeps. */
export type HostedConnectionOptions = HostedServerOptions & {
  /** Whose connection: exactly one is expected. */
  readonly externalUserId?: string | undefined
  /** Which connection. */
  readonly connectorId?: string | undefined
}

/** Where the tokens are. */
export type ConnectorOptions = AuthConfigOptions | ManagedOptions | HostedConnectionOptions
