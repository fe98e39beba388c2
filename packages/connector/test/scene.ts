import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { type Sandbox, type SandboxOptions, startSandbox } from '@x/asana-sandbox'
import { onTestFinished } from 'vitest'
import { AsanaConnector } from '../src/index.ts'

/** A sandbox with an app, one user's tokens, and connectors on them. */
export interface ConnectorScene {
  readonly sandbox: Sandbox
  /** Credentials of Ada, as an application that keeps them itself has them. */
  readonly tokens: { readonly refreshToken: string; readonly accessToken: string }
  readonly app: { readonly clientId: string; readonly clientSecret: string }
  /** Endpoints for `manager`. */
  readonly manager: { readonly asana: Sandbox['endpoints']; readonly environment: Record<string, string> }
  /** With a personal access token of Ada's. */
  readonly connector: AsanaConnector
  readonly workspace: string
}

export async function connectorScene(options: SandboxOptions = {}): Promise<ConnectorScene> {
  const sandbox = await startSandbox(options)
  onTestFinished(() => sandbox.close())
  const redirectUri = 'http://localhost:3000/callback'
  const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [redirectUri] })
  const auth = new AuthManager({
    asana: { ...sandbox.endpoints, clientId, clientSecret, redirectUri },
    store: new MemoryStore(),
    environment: {},
  })
  const step = await auth.asana.oauth2.authorize()
  const callbackUrl = await sandbox.approve(step.authorizationUrl)
  const { accessToken, refreshToken = '' } = await auth.asana.oauth2.exchange({ ...step, callbackUrl })
  const manager = { asana: sandbox.endpoints, environment: {} }
  const token = sandbox.createPersonalAccessToken('ada@example.com')
  return {
    sandbox,
    tokens: { refreshToken, accessToken },
    app: { clientId, clientSecret },
    manager,
    connector: new AsanaConnector({ authConfig: { token }, manager }),
    workspace: sandbox.workspaces[0]?.gid ?? '',
  }
}
