/**
 * Whether requests have hung: what clients that reach Asana the same way share, so that the first one to
 * find out does so for all of them.
 */
export interface Hangs {
  /** A request was sent, and timed out. Set by the clients; `true` from the start makes every read one that is cut off. */
  seen: boolean
}
