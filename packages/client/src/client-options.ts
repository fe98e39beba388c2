import type { ChangeNotice } from './response/change-notice.ts'

export interface AccessTokenRequest {
  /** The token that Asana just refused: do not return it again if another can be had. */
  readonly rejectedToken?: string
  /** Aborted when the call that needs the token is over. */
  readonly signal?: AbortSignal
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
  /** From the start of a call to the end of its answer; 30 000 if not given, `Infinity` for none. */
  readonly timeoutMs?: number | undefined
  /** The `User-Agent`; the runtime's if not given. */
  readonly userAgent?: string | undefined
  /** Sent with every request, e.g. `Asana-Enable`. */
  readonly headers?: RequestInit['headers'] | undefined
  /** Told when a response announces changes of the API. What it throws is ignored. */
  readonly onChangeNotice?: ((notices: ChangeNotice[]) => unknown) | undefined
}
