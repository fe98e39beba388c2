/** How an app is registered. */
export interface AppRegistration {
  name?: string
  /** https, http on loopback, or `urn:ietf:wg:oauth:2.0:oob`. Compared character by character. */
  redirectUris: string[]
  /** `full` permissions, or the list of granular scopes the app may ask for. Default `full`. */
  scopes?: 'full' | string[]
  /** Default: a new number, as Asana's are. */
  clientId?: string
  /** Default: 32 random hexadecimal digits. */
  clientSecret?: string
}

export interface RegisteredApp {
  readonly name: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUris: readonly string[]
  readonly scopes: 'full' | readonly string[]
}
