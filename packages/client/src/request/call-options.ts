import type { RetryOptions } from '../transport/retry-options.ts'

/** How one call is sent. */
export interface CallOptions {
  /** Ends the call; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined
  /** Replaces the client's `timeoutMs` for this call: a number from 0; `Infinity` means no deadline. */
  readonly timeoutMs?: number | undefined
  /** Over the client's; `false` for no retries. */
  readonly retry?: RetryOptions | false | undefined
  /** Added to the client's headers, and preferred to them, e.g. `Asana-Enable`. */
  readonly headers?: RequestInit['headers'] | undefined
}

/** What the answer holds (Asana docs: Input/output options). */
export interface FieldOptions<Field extends string = never> {
  /** The fields to return, e.g. `['name', 'assignee.name']`; without it Asana returns a compact record. */
  readonly opt_fields?: Fields<Field> | readonly Fields<Field>[] | undefined
  readonly opt_pretty?: boolean | undefined
}

/** Which page of a list (Asana docs: Pagination). */
export interface PageParams {
  /** Items in a page, 1 to 100; 100 if not given. */
  readonly limit?: number | undefined
  /** `nextPage.offset` of the page before; it expires. */
  readonly offset?: string | undefined
}

/** The documented fields are offered, others are not refused: paths can go deeper than they say. */
type Fields<Field extends string> = Field | (string & {})
