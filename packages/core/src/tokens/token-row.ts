import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import type { RefreshSuccess } from '../events/refresh-outcome.ts'
import type { CredentialKey, Version } from '../store/credential-store.ts'
import type { TokenTimes } from './freshness.ts'

/** A token in memory. */
export interface HeldToken extends TokenTimes {
  /** Moves on while an outage keeps a token from being refreshed that still works. */
  hardAt: number
  readonly credentials: AsanaUserCredentials
  /** The access token as a promise, made once: the warm path allocates nothing. */
  readonly ready: Promise<string>
  /** Of the row it came from. */
  version: Version
  /** When the row was last known to have this version. */
  checkedAt: number
}

/** What a refresh brought, and how. */
export interface Refreshed {
  readonly held: HeldToken
  readonly outcome: RefreshSuccess
}

/** Refreshed credentials that the store has not taken yet. */
export interface PendingWrite {
  /** What was redeemed. */
  readonly base: AsanaUserCredentials
  readonly refreshed: AsanaUserCredentials
  readonly ifVersion: Version
}

/** What this process knows of one row. */
export class TokenRow {
  readonly key: CredentialKey
  held: HeldToken | undefined
  /** Asked for since somebody last looked for room. */
  used = false
  /** Not in memory any more: what it learns later must not be served. */
  forgotten = false
  /** The one load or refresh under way. */
  flight: Promise<HeldToken> | undefined
  pending: PendingWrite | undefined
  /** The write of `pending` under way. */
  flush: Promise<HeldToken> | undefined
  /** No refresh before this time, by the clock that does not jump. */
  cooldown: { readonly until: number; readonly error: Error } | undefined
  /** Nothing in the background before this time, by the clock that does not jump. */
  pauseUntil: number | undefined
  /** What the last refresh that a 401 forced brought, and when, by the clock that does not jump. */
  forced: { readonly held: HeldToken; readonly at: number } | undefined
  /**
   * A refresh token that Asana has refused, by its fingerprint, and the version it was stored as: a new
   * login brings another token, and who stores the same one again wants it to be tried again.
   */
  refused: { readonly print: string; readonly version: Version } | undefined
  /** The version that has ended with no refresh token, and of which that was told. */
  unrefreshable: Version | undefined

  constructor(key: CredentialKey) {
    this.key = key
  }

  /** Whether it can be forgotten without losing anything. */
  get idle(): boolean {
    return !this.flight && !this.pending
  }
}

/** Names a refresh token without being it. */
export async function fingerprint(refreshToken: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(refreshToken))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
