import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { startSandbox } from '@x/asana-sandbox'

/** What most pages start from: an application with one connected user, `user-123`. */
export const sandbox = await startSandbox()
const app = sandbox.registerApp({ redirectUris: ['http://localhost:3000/callback'] })
export const auth = new AuthManager({
  asana: { ...sandbox.endpoints, ...app, redirectUri: 'http://localhost:3000/callback' },
  store: new MemoryStore(),
})

const step = await auth.asana.oauth2.authorize()
const callbackUrl = await sandbox.approve(step.authorizationUrl)
export const credentials = await auth.asana.oauth2.exchange({ ...step, callbackUrl })
await auth.storeCredentials('asana', 'user-123', credentials)
export const session = await auth.session({ subject: 'user-123' })
