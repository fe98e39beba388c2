import { AsanaAppCredentials, ConfigurationError, type Environment } from '@x/asana-auth-core'
import { redirectAddress } from '../login/redirect-address.ts'
import { type Finding, failure, ok, warning } from './finding.ts'

const CONSOLE = 'https://app.asana.com/0/my-apps'

/** The app as the environment describes it. Undefined: it does not describe one that could work. */
export function checkApp(env: Environment): {
  readonly app: AsanaAppCredentials | undefined
  readonly findings: readonly Finding[]
} {
  try {
    const app = new AsanaAppCredentials({}, env)
    return { app, findings: [clientId(app), clientSecret(app), redirectUri(app)] }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const finding = failure(
      'app',
      error.message,
      'Correct the ASANA_… variable, or unset it for the default.',
    )
    return { app: undefined, findings: [finding] }
  }
}

function clientId(app: AsanaAppCredentials): Finding {
  return app.clientId
    ? ok('app.client_id', `Client id ${app.clientId}.`)
    : failure('app.client_id', 'There is no client id.', `Set ASANA_CLIENT_ID: it stands at ${CONSOLE}.`)
}

function clientSecret(app: AsanaAppCredentials): Finding {
  return app.clientSecret
    ? ok('app.client_secret', 'The client secret is set.')
    : failure(
        'app.client_secret',
        'There is no client secret; Asana asks for it even with PKCE.',
        `Set ASANA_CLIENT_SECRET: it stands at ${CONSOLE}.`,
      )
}

function redirectUri({ redirectUri }: AsanaAppCredentials): Finding {
  const check = 'app.redirect_uri'
  if (!redirectUri) {
    return failure(
      check,
      'There is no redirect URI.',
      'Set ASANA_REDIRECT_URI, exactly as registered with the app.',
    )
  }
  try {
    redirectAddress(redirectUri)
    return ok(check, `Redirect URI ${redirectUri}.`)
  } catch {
    return warning(
      check,
      `Redirect URI ${redirectUri}: fine for your application; \`asana-auth login\` cannot listen there.`,
      'For logins from this machine register a loopback URI too, such as http://127.0.0.1:8976/callback, or use --oob.',
    )
  }
}
