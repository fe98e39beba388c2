import type { CredentialKey } from '../store/credential-store.ts'

/** What happened, by name. No event carries a token. Durations are in milliseconds. */
export interface AuthEvents {
  /** `storeCredentials` wrote a credential. */
  stored: { readonly key: CredentialKey }
  /** `deleteCredentials` or `disconnect` removed one. */
  deleted: { readonly key: CredentialKey }
  /** The grant was revoked at Asana. */
  revoked: { readonly key: CredentialKey }
  /** This process redeemed the refresh token. `rotated`: Asana sent another one. */
  refreshed: {
    readonly key: CredentialKey
    readonly durationMs: number
    readonly rotated: boolean
    readonly expiresAt?: number
  }
  /** A refresh was needed and another process had just done it. */
  adopted: { readonly key: CredentialKey }
  /** A refresh did not work this time, or the app cannot do any: its secret is missing. The grant may be fine. */
  refresh_failed: { readonly key: CredentialKey; readonly error: Error }
  /**
   * The grant is gone, or the access token is over and there is no refresh token. Comes once, in the process that
   * found out: the place to tell the user.
   */
  reauthorization_required: { readonly key: CredentialKey; readonly error: Error }
  /**
   * A refreshed credential could not be kept. Of a store: it is served from memory and written again
   * until it works. Of `onRefresh`: it is served; keeping it is the application's.
   */
  persist_failed: { readonly key: CredentialKey; readonly error: Error }
  /** The write that had failed worked. */
  persisted: { readonly key: CredentialKey }
  /** The store did not answer, or refused; a token that is still valid is served meanwhile. */
  store_unavailable: { readonly key: CredentialKey; readonly error: Error }
  /** A credential was sealed again with the first key. */
  resealed: { readonly key: CredentialKey; readonly keyId: string | undefined }
  /** A listener threw. */
  listener_error: { readonly event: keyof AuthEvents; readonly error: unknown }
}

export type AuthEventName = keyof AuthEvents
export type AuthEventListener<N extends AuthEventName> = (event: AuthEvents[N]) => unknown
