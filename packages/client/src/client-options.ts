import type { RateLimitsOptions } from './limits/limit-options.ts'
import type { RateLimits } from './limits/rate-limits.ts'
import type { ChangeNotice } from './response/change-notice.ts'
import type { Hangs } from './transport/hangs.ts'
import type { RetryOptions } from './transport/retry-options.ts'
import type { RuntimeOptions } from './transport/runtime.ts'

export interface AccessTokenRequest {
  /** The token that Asana just refused: do not return it again if another can be had. */
  readonly rejectedToken?: string | undefined
  /** Aborted when the call that needs the token is over. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Where access tokens come from. Called before every request, and once more with `rejectedToken` after
 * a 401; so it should answer from memory when it can. What it throws, the call throws.
 */
export type GetAccessToken = (request?: AccessTokenRequest) => string | Promise<string>

/** What requests are sent with: `fetch`, or something that acts like it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** A function that returns tokens, or one token that is not renewed, e.g. a personal access token. */
export type AccessTokenSource =
  | { readonly getAccessToken: GetAccessToken; readonly accessToken?: undefined }
  | { readonly accessToken: string; readonly getAccessToken?: undefined }

export type AsanaClientOptions = AccessTokenSource & {
  /** Below which everything is sent: https, or http on localhost. Asana's if not given. */
  readonly baseUrl?: string | undefined
  /** The global `fetch` if not given. */
  readonly fetch?: Fetch | undefined
  /** For one attempt, to the end of its answer; waits between attempts and queueing do not count. 30 000 if
   * not given, `Infinity` for none. */
  readonly timeoutMs?: number | undefined
  /** What is tried again, and how often. `false` for nothing. */
  readonly retry?: RetryOptions | false | undefined
  /**
   * The limits of the token, kept on this side: an object that all clients of the same token share, or
   * the numbers for this client alone. `false` for none.
   */
  readonly limits?: RateLimits | RateLimitsOptions | false | undefined
  /** Whether requests have hung: an object for clients of many tokens to share. One of its own if not given. */
  readonly hangs?: Hangs | undefined
  /** Changes of the API to have already (Asana docs: Deprecations), sent as `Asana-Enable`. */
  readonly enable?: readonly string[] | undefined
  /** Changes of the API to do without for as long as it goes, sent as `Asana-Disable`. */
  readonly disable?: readonly string[] | undefined
  /** The `User-Agent`; the runtime's if not given. */
  readonly userAgent?: string | undefined
  /** Sent with every request. */
  readonly headers?: RequestInit['headers'] | undefined
  /** Told when a response announces changes of the API. What it throws is ignored. */
  readonly onChangeNotice?: ((notices: ChangeNotice[]) => unknown) | undefined
  /** Time and chance; the system's if not given. For tests. */
  readonly runtime?: RuntimeOptions | undefined
}
