import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import type { EventBus } from '../events/event-bus.ts'
import type { OAuth2Flow } from '../oauth2/oauth2-flow.ts'
import type { Runtime } from '../runtime.ts'
import type { Version } from '../store/credential-store.ts'
import type { CredentialVault } from '../store/credential-vault.ts'
import { tokenTimes } from './freshness.ts'
import type { HeldToken } from './token-row.ts'
import type { TokenSettings } from './token-settings.ts'

/** What a refresh needs, wherever the credentials are kept. */
export interface RefreshContext {
  readonly flow: OAuth2Flow
  readonly runtime: Runtime
  readonly settings: TokenSettings
  readonly events: EventBus
  /** Work that nobody awaits: kept until it is done, so that `close` can wait for it. */
  readonly background: (work: Promise<unknown>) => void
}

/** The same for credentials in a store. */
export interface TokenContext extends RefreshContext {
  readonly vault: CredentialVault
}

export function hold(
  context: RefreshContext,
  credentials: AsanaUserCredentials,
  version: Version,
): HeldToken {
  const { runtime, settings } = context
  return {
    ...tokenTimes(credentials, settings, runtime.random()),
    credentials,
    ready: Promise.resolve(credentials.accessToken),
    version,
    checkedAt: runtime.clock.now(),
  }
}
