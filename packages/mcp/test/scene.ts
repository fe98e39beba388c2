import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { AsanaConnector } from '@x/asana-connector'
import { type Sandbox, startSandbox } from '@x/asana-sandbox'
import { onTestFinished } from 'vitest'

export interface McpScene {
  readonly sandbox: Sandbox
  readonly auth: AuthManager
  /** On credentials in a store. */
  readonly connector: AsanaConnector
  readonly workspace: string
}

/** A connected user whose tokens are in a store. */
export async function mcpScene(): Promise<McpScene> {
  const sandbox = await startSandbox()
  onTestFinished(() => sandbox.close())
  const redirectUri = 'http://localhost:3000/callback'
  const app = sandbox.registerApp({ redirectUris: [redirectUri] })
  const auth = new AuthManager({
    asana: { ...sandbox.endpoints, ...app, redirectUri },
    store: new MemoryStore(),
    clock: { now: () => sandbox.clock.now() },
    environment: {},
  })
  const step = await auth.asana.oauth2.authorize()
  const callbackUrl = await sandbox.approve(step.authorizationUrl)
  await auth.storeCredentials('asana', 'ada', await auth.asana.oauth2.exchange({ ...step, callbackUrl }))
  return {
    sandbox,
    auth,
    connector: new AsanaConnector({ auth, subject: 'ada' }),
    workspace: sandbox.workspaces[0]?.gid ?? '',
  }
}
