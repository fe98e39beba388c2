/** How this app's backend reaches its hosted server: the only secret that it has. */
export interface HostedSettings {
  /** Without the version and without a slash at the end. */
  readonly baseUrl: string
  /** Of this app at the hosted server, not at Asana. */
  readonly clientId: string
  readonly clientSecret: string
}
