import type { SandboxClock } from './clock.ts'
import type { EndpointName } from './http/endpoint.ts'

/**
 * What a refresh answers. `omit`: no refresh token, the one the caller has stays good (Asana today).
 * `echo`: the same one again. `rotate`: a new one; using a spent one again revokes the whole grant.
 */
export type RefreshMode = 'omit' | 'echo' | 'rotate'

/** Real milliseconds added before an endpoint handles a request: one number, or one per endpoint. */
export type Latency = number | Partial<Record<EndpointName, number>>

/** What can be changed while the sandbox runs. */
export interface LiveOptions {
  /** Seconds an access token lives. Default 3600 (Asana OAuth docs). */
  accessTokenLifetimeS?: number
  /** Seconds an authorization code lives. Default 900 (node-asana #115). */
  codeLifetimeS?: number
  /** Default `omit`. */
  refresh?: RefreshMode
  /** Default 0. */
  latencyMs?: Latency
  /** Milliseconds of sandbox time until a job or an export is done. Default 0: when it is first asked for. */
  jobDurationMs?: number
  /** Requests per 60 s of sandbox time and token, then 429. Off by default. */
  rateLimitPerMinute?: number | undefined
  /** Searches (`…/search`) per 60 s of sandbox time and token, then 429; they count as requests too. Off by default. */
  searchRateLimitPerMinute?: number | undefined
  /** GET requests in flight per token, then 429. Off by default. */
  maxConcurrentReads?: number | undefined
  /** Other requests in flight per token, then 429. Off by default. */
  maxConcurrentWrites?: number | undefined
}

/** What Asana does here is not established: each is a guess with a default that can be turned. */
export interface AssumptionOptions {
  /** Status of `invalid_client` at the token endpoint. Default 401 (RFC 6749 section 5.2). */
  invalidClientStatus?: 400 | 401
  /** Whether token responses carry `scope`. Default false. */
  tokenResponseScope?: boolean
  /** JSON type of `data.id` in token responses: newer Asana docs show a number. Default `number`. */
  dataIdType?: 'number' | 'string'
  /** Whether a client that used PKCE must still send its secret. Default true (no `none` in Asana's metadata). */
  requireSecretWithPkce?: boolean
  /** Whether authorization requests must use PKCE. Default false. */
  requirePkce?: boolean
  /** Whether authorization requests must have `state`. Default false: documented, not enforced. */
  requireState?: boolean
  /** Whether a refresh kills the access tokens issued before. Default false. */
  refreshRevokesAccessToken?: boolean
  /** `/-/token_info` for a token it has never seen: 200 `{"active":false}` or 400. Default `inactive`. */
  unknownTokenInfo?: 'inactive' | 'error'
  /** Status where a granular scope is missing. Default 403. */
  missingScopeStatus?: 401 | 403
  /** Whether a 429 for too many requests at once has `Retry-After`. Default true. */
  concurrencyRetryAfter?: boolean
  /** Whether a REST 401 carries `WWW-Authenticate: Bearer`. Default false. */
  wwwAuthenticate?: boolean
  /** Where `id_token` travels in the redirect. Default `fragment` (OAuth 2.0 Multiple Response Types). */
  idTokenResponseMode?: 'fragment' | 'query'
  /** Whether the id_token repeats name, email and picture. Default false: ask userinfo. */
  idTokenProfileClaims?: boolean
  /** Seconds a pagination offset lives. Default 86400. */
  paginationTokenLifetimeS?: number
  /** Items a list answers without `limit` before it is refused. Default 1000. */
  maxUnpaginatedItems?: number
  /** Seconds an attachment's `download_url` works. Default 120. */
  downloadUrlLifetimeS?: number
}

export interface SandboxOptions extends LiveOptions, AssumptionOptions {
  /** Default 0: a free port. */
  port?: number
  /** Default 127.0.0.1. The sandbox knows no secrets worth keeping, but it is not made to be exposed. */
  host?: string
  /** Default: real time that can be advanced. */
  clock?: SandboxClock
  /** Whether to start with a sample organization, users, projects and tasks. Default true. */
  seed?: boolean
  /** Whether workspaces have the paid features (task search). Default false: 402. */
  premium?: boolean
  /** Told of every mistake of the sandbox itself: the request was answered with 500. Default: nobody. */
  onError?: (error: unknown) => void
  /** How many requests `sandbox.requests` remembers. Default 1000. */
  requestLogSize?: number
  /** Whether `sandbox.requests` has the query and body of API requests, up to 64 KiB each. Default false. */
  recordBodies?: boolean
}
