import type { CredentialKey } from '../store/credential-store.ts'
import type { RefreshOutcome } from './refresh-outcome.ts'

/**
 * What the tracing channels of `node:diagnostics_channel` carry: one object a call, the same from `start` to
 * `asyncEnd`. No message carries a token; `error` is set when the call failed.
 */
export interface TraceMessage {
  error?: unknown
  /**
   * To be set by a subscriber of `start` that wants the call to run within a context of its own. One that finds it
   * set calls it in turn.
   */
  run?: <T>(work: () => T) => T
}

/** Channel `asana-auth.refresh`: a token was needed and the one at hand would not do. */
export interface RefreshTrace extends TraceMessage {
  readonly key: CredentialKey
  /** How it ended; set at the end. */
  outcome?: RefreshOutcome
}

/** Channel `asana-auth.store`: one call to the credential store. */
export interface StoreTrace extends TraceMessage {
  /** The store's name: `redis`, `postgres`, … */
  readonly store: string
  /** `get`, `put`, `delete`, `list`, `acquireLease`, `renewLease` or `releaseLease`. */
  readonly operation: string
  readonly key?: CredentialKey
}

/** Channel `asana-auth.request`: one HTTP request to Asana's API or OAuth endpoints, up to the answer's headers. */
export interface RequestTrace extends TraceMessage {
  readonly method: string
  /** Without the query. */
  readonly url: string
  /** Of the answer; set at the end. */
  status?: number
}

/** The names of the channels, as `tracingChannel` takes them. */
export const traceNames = {
  refresh: 'asana-auth.refresh',
  store: 'asana-auth.store',
  request: 'asana-auth.request',
} as const
