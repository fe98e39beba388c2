/** How to reach a hosted server, and whose connection to use there. */
export interface HostedConnection {
  readonly clientId: string
  readonly clientSecret: string
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly externalUserId?: string
  readonly connectorId?: string
}
