import type { AsanaUserCredentialsFields, AuthorizationStep } from '@x/asana-auth-core'
import type { ConnectionApp } from '../registry/records.ts'

/** How long a consent may take, from the initiation to the callback and from there to the connector. */
export const CONSENT_TTL_MS = 10 * 60_000

/** What an application asked for: whom to connect, and where to send the browser afterwards. */
export interface ConsentRequest {
  readonly organizationId: string
  readonly externalUserId: string
  readonly redirectUrl: string
  /** The application's own, returned as it is. */
  readonly state?: string
  readonly scope?: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** Behind a consent URL. */
export interface ConsentTicket extends ConsentRequest {
  /** The digest of the cookie of the browser that opened it first; only that one may open it again. */
  readonly browser?: string
}

/** While the browser is at Asana; found by the OAuth `state`. */
export interface PendingConsent {
  readonly request: ConsentRequest
  readonly ticket: string
  readonly browser: string
  readonly step: AuthorizationStep
  readonly app: ConnectionApp
}

/** Behind a secret id: the tokens, until the application makes a connector of them. */
export interface GrantedConsent {
  readonly credentials: AsanaUserCredentialsFields
  readonly app: ConnectionApp
  readonly expiresAt: number
  /** Of the request that ended the consent, for the audit log. */
  readonly requestId: string
}
