import type {
  AsanaAppOptions,
  Clock,
  CredentialStore,
  EncryptionOptions,
  Environment,
  OneTimeStore,
  TokenSettings,
} from '@x/asana-auth-core'
import type { Logger } from 'pino'
import type { SigningJwk } from './auth/signing-jwk.ts'
import type { MakeExecutor } from './execute/executor.ts'
import type { RateLimits } from './http/rate-limiter.ts'
import type { HostedRegistry } from './registry/hosted-registry.ts'

/** What a hosted connector API is made from. What was handed in stays the application's to close. */
export interface HostedOptions {
  /** The server's address as browsers and backends see it: an origin, or one with a path that a proxy takes away. */
  readonly publicUrl: string
  readonly registry: HostedRegistry
  /** The users' tokens. */
  readonly store: CredentialStore
  /** Consents and secret ids. */
  readonly oneTimeStore: OneTimeStore
  /** Seals tokens, secrets of Asana apps and consents. Required: nothing is stored in plain. */
  readonly encryption: EncryptionOptions
  /**
   * Private keys of the bearer tokens, Ed25519 or P-256: the first signs, all verify. Without any, one
   * is made at the start, whose tokens no other process takes, and none after a restart.
   */
  readonly signingKeys?: readonly SigningJwk[]
  /** `iss` and `aud` of the bearer tokens. Default: `publicUrl`. */
  readonly issuer?: string
  readonly audience?: string
  /** The server's own Asana app, and where Asana is. What is left out comes from the environment. */
  readonly asana?: Omit<AsanaAppOptions, 'redirectUri' | 'token'>
  /** Instead of the process's environment variables. */
  readonly environment?: Environment
  readonly limits?: Partial<RateLimits>
  /** Of a request. Default 262,144. */
  readonly bodyLimitBytes?: number
  /** Audit lines, connections, failures. Default: none. */
  readonly logger?: Logger
  /** For `/metrics`: a bearer token of its own; `false`: no such endpoint. Default: open to all. */
  readonly metricsToken?: string | false
  /** Metrics of the process, too: memory, event loop, garbage collection. Default false. */
  readonly processMetrics?: boolean
  /** When tokens are refreshed. */
  readonly tokens?: Partial<TokenSettings>
  /** Asana apps of organizations whose AuthManager is kept in memory. Default 500. */
  readonly maxApps?: number
  /** For every request to Asana. */
  readonly fetch?: typeof globalThis.fetch
  readonly clock?: Partial<Clock>
  /** What executes, for one user. Default: `AsanaConnector`. */
  readonly makeExecutor?: MakeExecutor
}
