import type { Hangs } from '@x/asana-client'
import type { AsanaAppCredentials } from '../app/asana-app-credentials.ts'
import type { SessionClientOptions, SessionOptions } from '../auth-manager-options.ts'
import { parseUserCredentials } from '../credentials/parse-credentials.ts'
import { ConfigurationError, missingStore } from '../errors/configuration-error.ts'
import { CredentialsNotFoundError } from '../errors/token-errors.ts'
import { given } from '../optional.ts'
import { ASANA, credentialKey } from '../store/credential-key.ts'
import type { CredentialKey } from '../store/credential-store.ts'
import { ExplicitTokens } from '../tokens/explicit-tokens.ts'
import type { StoredTokens } from '../tokens/stored-tokens.ts'
import type { RefreshContext } from '../tokens/token-context.ts'
import { AsanaSession, type TokenOrigin, type TokenSource } from './asana-session.ts'
import type { SharedLimits } from './shared-limits.ts'

export interface SessionFactorySettings {
  readonly app: AsanaAppCredentials
  readonly context: RefreshContext
  readonly fallbackToAppToken: boolean
  /** The tokens of stored credentials; undefined without a store. */
  readonly storedTokens: StoredTokens | undefined
  readonly limits: SharedLimits
  readonly client: SessionClientOptions
}

/** Decides whose token a session acts with: explicit credentials, then stored ones, then, if allowed, the app's. */
export class SessionFactory {
  readonly #settings: SessionFactorySettings
  /** All sessions reach the same Asana: where one was left hanging, the others need not be. */
  readonly #hangs: Hangs = { seen: false }

  constructor(settings: SessionFactorySettings) {
    this.#settings = settings
  }

  async open(options: SessionOptions): Promise<AsanaSession> {
    // `subject: req.user?.id` of somebody who is not signed in must not become the app's owner.
    if ('subject' in options && options.subject === undefined && options.withCredentials === undefined) {
      throw new ConfigurationError('invalid_subject', 'The subject is undefined: is somebody signed in?')
    }
    const key = options.subject === undefined ? undefined : credentialKey(ASANA, options.subject)
    if (options.withCredentials !== undefined) return this.#explicit(options, key)
    const mayFallBack = options.fallbackToAppToken ?? this.#settings.fallbackToAppToken
    const { token } = this.#settings.app
    if (key && (this.#settings.storedTokens || !mayFallBack)) {
      try {
        return await this.#stored(key, options)
      } catch (error) {
        if (!(error instanceof CredentialsNotFoundError)) throw error
        if (!mayFallBack) throw token ? new CredentialsNotFoundError(key, FALLBACK_HINT) : error
      }
    }
    if (mayFallBack && token) {
      const ready = Promise.resolve(token)
      return this.#session('app', () => ready, options)
    }
    throw key ? new CredentialsNotFoundError(key) : new ConfigurationError('invalid_option', NOBODY)
  }

  #explicit(options: SessionOptions, key: CredentialKey | undefined): AsanaSession {
    const { withCredentials, onRefresh } = options
    const credentials = parseUserCredentials(withCredentials)
    const owner = key ?? { provider: ASANA, subject: 'explicit credentials' }
    const tokens = new ExplicitTokens(this.#settings.context, owner, credentials, onRefresh)
    return this.#session('explicit', tokens.getAccessToken, options, key, credentials.workspaceGid)
  }

  async #stored(key: CredentialKey, options: SessionOptions): Promise<AsanaSession> {
    const tokens = this.#settings.storedTokens
    if (!tokens) throw missingStore()
    const { credentials } = await tokens.load(key)
    return this.#session('stored', tokens.for(key), options, key, credentials.workspaceGid)
  }

  #session(
    origin: TokenOrigin,
    tokens: TokenSource,
    options: SessionOptions,
    key?: CredentialKey,
    userWorkspaceGid?: string,
  ): AsanaSession {
    const { app, context, limits, client } = this.#settings
    const workspaceGid = userWorkspaceGid ?? app.workspaceGid
    const settings = {
      origin,
      baseUrl: app.baseUrl,
      ...(workspaceGid && { workspaceGid }),
      ...(key && { subject: key.subject }),
    }
    const { runtime } = context
    // Explicit credentials may be anybody's, whatever subject they are said to be of.
    const owner = origin === 'explicit' ? undefined : `${origin} ${key?.subject}`
    return new AsanaSession(settings, tokens, {
      ...client,
      ...given(options.client ?? {}),
      fetch: runtime.fetch,
      limits: limits.of(owner),
      hangs: this.#hangs,
      runtime,
    })
  }
}

const FALLBACK_HINT =
  ' (The app has a personal access token; to let such subjects act with it, as its owner, say fallbackToAppToken: true.)'

const NOBODY =
  "session needs a subject or withCredentials; the app's own token is used only with fallbackToAppToken: true."
