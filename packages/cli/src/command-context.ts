import { AuthManager, type AuthManagerOptions, type Environment } from '@x/asana-auth-core'
import { ExitCode } from './exit-code.ts'
import { readEncryption } from './settings/encryption-keys.ts'
import { withEnvFile } from './settings/env-file.ts'
import { type OpenStore, openStore } from './stores/open-store.ts'
import { type StoreSettings, storeSettings } from './stores/store-settings.ts'
import type { Console } from './terminal/console.ts'
import type { Terminal } from './terminal/terminal.ts'

/** The options that every command takes. */
interface GlobalOptions {
  readonly store?: string
  readonly namespace?: string
  readonly envFile?: string
}

/** What surrounds a command; the tests bring their own. */
interface Surroundings {
  readonly terminal: Terminal
  readonly console: Console
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal
  readonly clock: { now(): number }
  readonly openUrl: (url: string) => void
  readonly auth: Pick<AuthManagerOptions, 'fetch' | 'clock'>
}

/** What a command works with. Stores are opened when they are used and closed before the command ends. */
export class CommandContext {
  readonly terminal: Terminal
  readonly console: Console
  readonly signal: AbortSignal
  readonly clock: { now(): number }
  readonly openUrl: (url: string) => void
  exitCode: ExitCode = ExitCode.ok
  readonly #auth: Surroundings['auth']
  readonly #globals: () => GlobalOptions
  #environment: Environment | undefined

  constructor(surroundings: Surroundings, globals: () => GlobalOptions) {
    this.terminal = surroundings.terminal
    this.console = surroundings.console
    this.signal = surroundings.signal
    this.clock = surroundings.clock
    this.openUrl = surroundings.openUrl
    this.#auth = surroundings.auth
    this.#globals = globals
  }

  /** The environment, with `--env-file` beneath it. @throws UsageError */
  get environment(): Environment {
    this.#environment ??= withEnvFile(this.terminal.env, this.#globals().envFile)
    return this.#environment
  }

  get fetch(): typeof globalThis.fetch {
    return this.#auth.fetch ?? globalThis.fetch
  }

  /** @throws UsageError */
  storeSettings(kind?: string): StoreSettings {
    const { store, namespace } = this.#globals()
    return storeSettings(this.environment, { store: kind ?? store, namespace })
  }

  /** Runs it with the store. @throws UsageError and what `use` throws */
  async withStore<T>(
    use: (open: OpenStore) => Promise<T>,
    settings: StoreSettings = this.storeSettings(),
  ): Promise<T> {
    const open = await openStore(settings)
    try {
      return await use(open)
    } finally {
      await open.close()
    }
  }

  /** Runs it with a manager on the store, which has written all there is to write before this returns. */
  withAuth<T>(use: (auth: AuthManager) => Promise<T>): Promise<T> {
    return this.withStore(async ({ store }) => {
      await using auth = this.manager({ store })
      return await use(auth)
    })
  }

  /** @throws UsageError, ConfigurationError */
  manager(options: Pick<AuthManagerOptions, 'store' | 'fallbackToAppToken'>): AuthManager {
    // Without a store there is nothing to seal, so keys that are wrong do no harm.
    const encryption = options.store && readEncryption(this.environment)
    return new AuthManager({
      ...this.#auth,
      ...options,
      environment: this.environment,
      ...(encryption && { encryption }),
    })
  }
}
