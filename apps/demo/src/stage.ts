import { randomBytes, randomUUID } from 'node:crypto'
import { type AsanaSession, type AuthEventName, AuthManager, type CredentialStore } from '@x/asana-auth-core'
import { type Sandbox, startSandbox } from '@x/asana-sandbox'
import { connectStore, type StoreConnection } from '@x/store-services'

export const SUBJECT = 'user-123'
const REDIRECT_URI = 'http://localhost:3000/asana/callback'

/** What the story plays on: a local Asana, a store, and the manager under demonstration. */
export interface Stage {
  readonly sandbox: Sandbox
  readonly clientId: string
  readonly store: CredentialStore
  readonly auth: AuthManager
  /** How often each event came. */
  readonly events: Map<AuthEventName, number>
  /** Set by the step that connects, used by the later ones. */
  session: AsanaSession | undefined
  /** The callback and what `authorize` gave, between two steps. */
  callback: Parameters<AuthManager['asana']['oauth2']['exchange']>[0] | undefined
  close(): Promise<void>
}

export async function openStage(connection: StoreConnection = { kind: 'memory' }): Promise<Stage> {
  const sandbox = await startSandbox({ latencyMs: { token: 40 } })
  const { clientId, clientSecret } = sandbox.registerApp({ name: 'Demo', redirectUris: [REDIRECT_URI] })
  const { store, close: closeStore } = await connectStore(connection, `demo-${randomUUID()}`)
  const auth = new AuthManager({
    asana: { ...sandbox.endpoints, clientId, clientSecret, redirectUri: REDIRECT_URI },
    store,
    encryption: { keys: [{ id: 'demo', key: randomBytes(32) }] },
    // The sandbox's clock can be moved, and we live by it.
    clock: sandbox.clock,
    environment: {},
  })
  const events = new Map<AuthEventName, number>()
  for (const name of ['refreshed', 'reauthorization_required', 'revoked'] as const) {
    auth.on(name, () => events.set(name, (events.get(name) ?? 0) + 1))
  }
  const close = async () => {
    await auth.close()
    await closeStore()
    await sandbox.close()
  }
  return { sandbox, clientId, store, auth, events, session: undefined, callback: undefined, close }
}
