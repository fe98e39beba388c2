import type { SandboxClock } from './clock.ts'
import type { AppRegistry } from './oauth/app-registry.ts'
import type { CodeDesk } from './oauth/code-desk.ts'
import type { TokenVault } from './oauth/token-vault.ts'
import type { SigningKey } from './openid/signing-key.ts'
import type { Settings } from './settings.ts'
import type { Journal } from './state/journal.ts'
import type { Reporter } from './state/reporter.ts'
import type { World } from './state/world.ts'

/** What the authorization server and the REST API share. */
export interface Realm {
  readonly settings: Settings
  readonly clock: SandboxClock
  readonly world: World
  readonly journal: Journal
  readonly reporter: Reporter
  readonly apps: AppRegistry
  readonly codes: CodeDesk
  readonly vault: TokenVault
  readonly signingKey: SigningKey
  /** Aborted when the sandbox closes: whatever waits stops waiting. */
  readonly closing: AbortSignal
  /** The sandbox's origin, known once it listens: `http://127.0.0.1:<port>`. */
  url: string
  /** The origin of attachments, another port. */
  downloadsUrl: string
}
