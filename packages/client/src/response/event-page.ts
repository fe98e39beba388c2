/** What happened since the `sync` token that was given, and the token to go on with (Asana docs: Events). */
export interface EventPage<T> {
  readonly data: readonly T[]
  /** To be given to the next call; valid for a day. */
  readonly sync: string
  /** There is more at once: Asana returns 100 events a time. */
  readonly has_more: boolean
}
