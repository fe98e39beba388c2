import { startSandbox } from '@x/asana-sandbox'

// The app's credentials come from the environment.
const sandbox = await startSandbox()
const redirectUri = 'http://localhost:3000/callback'
const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [redirectUri] })
Object.assign(process.env, {
  ASANA_CLIENT_ID: clientId,
  ASANA_CLIENT_SECRET: clientSecret,
  ASANA_REDIRECT_URI: redirectUri,
})
