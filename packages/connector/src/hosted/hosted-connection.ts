import type { HostedClient } from './hosted-client.ts'

/** Whose connection to use, and with which client of which hosted server. */
export interface HostedConnection {
  readonly hosted: HostedClient
  readonly externalUserId?: string
  readonly connectorId?: string
}
