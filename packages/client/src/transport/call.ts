import type { Demand } from '../limits/demand.ts'
import type { RetryOptions, RetrySettings } from './retry-options.ts'

/** How one call is sent, over what the client does by itself. */
export interface SendOptions {
  readonly timeoutMs?: number | undefined
  readonly retry?: RetryOptions | false | undefined
}

/** One call, however often it is sent. */
export interface Call {
  readonly url: string
  readonly method: string
  /** For messages: below the base URL, without the query. */
  readonly path: string
  readonly init: RequestInit
  /** For one attempt. */
  readonly timeoutMs: number
  readonly retry: RetrySettings
  /** A stream is gone once it was sent. */
  readonly repeatable: boolean
  /** What each attempt takes of the token's limits. */
  readonly demand: Demand
  /** How often it was tried, the present attempt included. */
  tries: number
}

/** Whether a body is gone once it was sent. */
export function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('getReader' in body || Symbol.asyncIterator in body)
}
