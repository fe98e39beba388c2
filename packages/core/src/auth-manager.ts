import { AsanaClient, systemClock } from '@x/asana-client'
import { AsanaAppCredentials } from './app/asana-app-credentials.ts'
import type { AuthManagerOptions, SessionClientOptions, SessionOptions } from './auth-manager-options.ts'
import { Background } from './background.ts'
import { type ConnectionStatus, connectionStatus } from './connection-status.ts'
import type { AsanaUserCredentials } from './credentials/asana-user-credentials.ts'
import { type AsanaUserCredentialsInput, parseUserCredentials } from './credentials/parse-credentials.ts'
import { Printed } from './credentials/printed.ts'
import { type DisconnectResult, revokeAndDelete } from './disconnect.ts'
import { CredentialCodec } from './encryption/credential-codec.ts'
import { type RekeyOptions, type RekeyProgress, rekey } from './encryption/rekey.ts'
import { ConfigurationError, missingStore } from './errors/configuration-error.ts'
import type { AuthEventListener, AuthEventName } from './events/auth-events.ts'
import { EventBus } from './events/event-bus.ts'
import { tracedFetch } from './events/traced-fetch.ts'
import { OAuth2Flow } from './oauth2/oauth2-flow.ts'
import { given, type Optional } from './optional.ts'
import type { Clock, Runtime } from './runtime.ts'
import type { AsanaSession } from './session/asana-session.ts'
import { SessionFactory } from './session/session-factory.ts'
import { SharedLimits } from './session/shared-limits.ts'
import { ASANA, credentialKey, type Subject } from './store/credential-key.ts'
import type { CredentialPage, ListOptions } from './store/credential-store.ts'
import { CredentialVault, type VaultEntry } from './store/credential-vault.ts'
import { GuardedStore } from './store/guarded-store.ts'
import { StoredTokens } from './tokens/stored-tokens.ts'
import type { RefreshContext } from './tokens/token-context.ts'
import { isMilliseconds, tokenSettings } from './tokens/token-settings.ts'

/** The Asana app and its OAuth flow. */
export interface AsanaProvider {
  readonly app: AsanaAppCredentials
  readonly oauth2: OAuth2Flow
}

interface Stored {
  readonly vault: CredentialVault
  readonly tokens: StoredTokens
}

/**
 * A valid Asana access token for any of your users, always: across processes, crashes and races.
 * Make one per process and share it.
 */
export class AuthManager extends Printed implements AsyncDisposable {
  readonly asana: AsanaProvider
  readonly #clock: Clock
  readonly #events = new EventBus()
  readonly #background: Background
  readonly #stored: Stored | undefined
  readonly #sessions: SessionFactory

  /**
   * @throws ConfigurationError; AsanaRequestError `invalid_option` for `client` and `limits`, `invalid_base_url`
   */
  constructor(options: AuthManagerOptions = {}) {
    super(() => ({ app: this.asana.app }))
    const runtime: Runtime = {
      clock: { ...systemClock, ...withMethods(options.clock) },
      random: options.random ?? Math.random,
      // Looked up at each call, so that whoever instruments fetch later is heard.
      fetch: tracedFetch(options.fetch ?? ((input, init) => globalThis.fetch(input, init))),
    }
    this.#clock = runtime.clock
    const app = new AsanaAppCredentials(options.asana, options.environment)
    const timeoutMs = options.oauthTimeoutMs ?? 15_000
    if (!isMilliseconds(timeoutMs)) {
      throw new ConfigurationError('invalid_option', 'oauthTimeoutMs must be a number of milliseconds.')
    }
    const flow = new OAuth2Flow({ app, runtime, timeoutMs })
    const settings = tokenSettings(options.tokens)
    this.asana = { app, oauth2: flow }
    this.#background = new Background(options.waitUntil)
    const context: RefreshContext = {
      flow,
      runtime,
      settings,
      events: this.#events,
      background: this.#background.run,
    }
    const codec = new CredentialCodec(options.encryption)
    if (options.store) {
      const vault = new CredentialVault(
        new GuardedStore(options.store, settings.storeTimeoutMs),
        codec,
        runtime.clock,
      )
      this.#stored = { vault, tokens: new StoredTokens({ ...context, vault }) }
    }
    this.#sessions = new SessionFactory({
      app,
      context,
      fallbackToAppToken: options.fallbackToAppToken ?? false,
      storedTokens: this.#stored?.tokens,
      limits: new SharedLimits(options.limits ?? {}, runtime),
      client: checkedClientOptions(options.client, app.baseUrl),
    })
  }

  /** Listens to what happens; returns the function that ends it. */
  on<N extends AuthEventName>(event: N, listener: AuthEventListener<N>): () => void {
    return this.#events.on(event, listener)
  }

  /**
   * A session with the token of, in this order: `withCredentials`, the stored credentials of
   * `subject`, the app's personal access token if `fallbackToAppToken` says so.
   * @throws CredentialsNotFoundError, ReauthorizationRequiredError, RefreshUnavailableError,
   *   StoreUnavailableError, DecryptionError, ConfigurationError
   */
  session(options: SessionOptions): Promise<AsanaSession> {
    return this.#sessions.open(options)
  }

  /**
   * Keeps a user's credentials: after an exchange, or imported from another system. What was stored
   * for the subject is replaced.
   * @throws ConfigurationError, StoreUnavailableError
   */
  async storeCredentials(
    provider: string,
    subject: Subject,
    credentials: AsanaUserCredentialsInput,
  ): Promise<void> {
    const key = credentialKey(provider, subject)
    const parsed = parseUserCredentials(credentials)
    const { vault, tokens } = this.#withStore()
    await vault.write(key, parsed)
    tokens.forget(key)
    this.#events.emit('stored', { key })
  }

  /** What is stored, as it is: not refreshed. */
  async loadCredentials(provider: string, subject: Subject): Promise<AsanaUserCredentials | undefined> {
    const entry = await this.#withStore().vault.read(credentialKey(provider, subject))
    return entry?.credentials
  }

  /** Forgets a user's credentials without telling Asana; `disconnect` does both. True when there were any. */
  async deleteCredentials(provider: string, subject: Subject): Promise<boolean> {
    const key = credentialKey(provider, subject)
    const { vault, tokens } = this.#withStore()
    const deleted = await vault.store.delete(key)
    // Not before: if it cannot be deleted, what is still to be written must not be lost.
    tokens.forget(key)
    if (deleted) this.#events.emit('deleted', { key })
    return deleted
  }

  /** The subjects that have credentials, a page at a time. */
  async listCredentials(options: Optional<ListOptions> = {}): Promise<CredentialPage> {
    return this.#withStore().vault.store.list({ provider: ASANA, ...given(options) })
  }

  /** How a user's connection is. Reads the store and asks nobody. */
  async status(subject: Subject): Promise<ConnectionStatus> {
    return this.#statusOf(await this.#withStore().vault.read(credentialKey(ASANA, subject)))
  }

  /** A refresh now, although the token may still be good. Returns the new status. */
  async refresh(subject: Subject): Promise<ConnectionStatus> {
    const key = credentialKey(ASANA, subject)
    const { vault, tokens } = this.#withStore()
    const { credentials } = await tokens.refresh(key)
    const entry = await vault.read(key)
    // The store may not have taken it yet.
    return this.#statusOf(entry && { ...entry, credentials })
  }

  /**
   * Revokes the grant at Asana, then deletes the credentials. They are deleted even when the
   * revocation fails, which the result tells: the user asked for it. A login that is stored meanwhile
   * is revoked and deleted, too.
   * @throws StoreUnavailableError when nothing could be deleted; VersionConflictError when others kept
   *   writing to it
   */
  async disconnect(subject: Subject): Promise<DisconnectResult> {
    const key = credentialKey(ASANA, subject)
    const { vault, tokens } = this.#withStore()
    const result = await revokeAndDelete(key, { vault, tokens, flow: this.asana.oauth2 })
    tokens.forget(key)
    if (result.deleted) this.#events.emit('deleted', { key })
    if (result.revoked) this.#events.emit('revoked', { key })
    return result
  }

  /** Seals all stored credentials with the first key. @throws ConfigurationError, StoreUnavailableError */
  rekey(options: RekeyOptions = {}): Promise<RekeyProgress> {
    return rekey(this.#withStore().vault, options)
  }

  /**
   * Waits for what is under way and writes what is still to be written. The store stays open: who
   * made it closes it.
   * @throws AggregateError of StoreUnavailableError when refreshed credentials could not be written
   */
  async close(): Promise<void> {
    this.#stored?.tokens.hurry()
    await this.#background.idle()
    await this.#stored?.tokens.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #statusOf(entry: VaultEntry | undefined): ConnectionStatus {
    return connectionStatus(entry, this.#clock.now())
  }

  #withStore(): Stored {
    if (!this.#stored) throw missingStore()
    return this.#stored
  }
}

/** What is wrong with them shows when the manager is made, not at somebody's first request. */
function checkedClientOptions(options: SessionClientOptions = {}, baseUrl: string): SessionClientOptions {
  new AsanaClient({ ...options, baseUrl, accessToken: 'none' })
  return options
}

/** The methods that are given, bound: a clock may be an instance of a class. */
function withMethods(clock: AuthManagerOptions['clock']): Partial<Runtime['clock']> {
  return {
    ...(clock?.now && { now: clock.now.bind(clock) }),
    ...(clock?.elapsed && { elapsed: clock.elapsed.bind(clock) }),
    ...(clock?.sleep && { sleep: clock.sleep.bind(clock) }),
  }
}
