import type { AsanaAppCredentials } from '../app/asana-app-credentials.ts'
import type { Runtime } from '../runtime.ts'

/** What the OAuth flow works with. */
export interface OAuth2FlowSettings {
  readonly app: AsanaAppCredentials
  readonly runtime: Runtime
  /** For one request to an OAuth endpoint, in milliseconds. */
  readonly timeoutMs: number
}

/** The settings, and the protocol library at hand. */
export interface FlowContext extends OAuth2FlowSettings {
  readonly oauth: typeof import('#oauth2-library')
}

/** The library is loaded with the first call: most processes start with tokens that are good, and need none of it. */
export async function withLibrary(settings: OAuth2FlowSettings): Promise<FlowContext> {
  return { ...settings, oauth: await import('#oauth2-library') }
}
