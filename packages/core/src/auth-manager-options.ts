import type { AsanaClientOptions, RateLimitsOptions } from '@x/asana-client'
import type { AsanaAppOptions } from './app/asana-app-credentials.ts'
import type { Environment } from './app/environment.ts'
import type { AsanaUserCredentialsInput } from './credentials/parse-credentials.ts'
import type { EncryptionOptions } from './encryption/keyring.ts'
import type { Optional } from './optional.ts'
import type { Clock } from './runtime.ts'
import type { Subject } from './store/credential-key.ts'
import type { CredentialStore } from './store/credential-store.ts'
import type { OnRefresh } from './tokens/explicit-tokens.ts'
import type { TokenSettings } from './tokens/token-settings.ts'

/** How sessions talk to Asana; see the options of `AsanaClient`. */
export type SessionClientOptions = Pick<
  AsanaClientOptions,
  'timeoutMs' | 'retry' | 'enable' | 'disable' | 'userAgent' | 'headers' | 'onChangeNotice'
>

export interface AuthManagerOptions {
  /** The Asana app. What is left out comes from environment variables. */
  readonly asana?: AsanaAppOptions | undefined
  /** Where users' credentials live. Without one, only explicit credentials and the app's token work. */
  readonly store?: CredentialStore | undefined
  /** Seals what is stored. Strongly advised. */
  readonly encryption?: EncryptionOptions | undefined
  /** Let a subject without credentials act with the app's personal access token: as somebody else. Default false. */
  readonly fallbackToAppToken?: boolean | undefined
  /** When tokens are refreshed, and how long anything may take. */
  readonly tokens?: Optional<TokenSettings> | undefined
  /** How many requests of each token go out, for all its sessions; see `RateLimits`. `false` for no limits. */
  readonly limits?: RateLimitsOptions | false | undefined
  /** For the client of every session: retries, deadline, headers, … */
  readonly client?: SessionClientOptions | undefined
  /** For one request to an OAuth endpoint on behalf of a caller: exchange, revoke, … Default 15,000 ms. */
  readonly oauthTimeoutMs?: number | undefined
  /** Told of work that goes on after an answer, so that a serverless platform does not freeze it. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly clock?: Optional<Clock> | undefined
  /** In [0, 1), for jitter; never used for secrets. */
  readonly random?: (() => number) | undefined
  /** Instead of the process's environment variables. */
  readonly environment?: Environment | undefined
}

export interface SessionOptions {
  /** Whose stored credentials. Not undefined: of somebody who is not signed in there are none. */
  readonly subject?: Subject
  /** Use these instead of stored ones; they are not stored. */
  readonly withCredentials?: AsanaUserCredentialsInput | undefined
  /** Told of refreshed `withCredentials`, and awaited, for at most `tokens.storeTimeoutMs`. */
  readonly onRefresh?: OnRefresh | undefined
  /** Over the manager's: a page that somebody waits for gives up sooner than a job. */
  readonly client?: SessionClientOptions | undefined
  /** Instead of the manager's. */
  readonly fallbackToAppToken?: boolean | undefined
}
