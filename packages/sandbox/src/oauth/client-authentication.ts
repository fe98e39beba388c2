import { type Exchange, header } from '../http/exchange.ts'
import type { Settings } from '../settings.ts'
import type { RegisteredApp } from './app.ts'
import { type AppRegistry, secretMatches } from './app-registry.ts'
import { OAuthError } from './oauth-error.ts'

export interface ClientCredentials {
  readonly clientId: string | undefined
  readonly clientSecret: string | undefined
}

/** `client_secret_post` or `client_secret_basic`, not both at once (RFC 6749 section 2.3). */
export function readClientCredentials(
  exchange: Exchange,
  form: ReadonlyMap<string, string>,
): ClientCredentials {
  const posted = { clientId: form.get('client_id'), clientSecret: form.get('client_secret') }
  const encoded = /^basic ([A-Za-z0-9+/=]+)$/i.exec(header(exchange, 'authorization') ?? '')?.[1]
  if (encoded === undefined) return posted
  if (posted.clientSecret !== undefined) {
    throw new OAuthError('invalid_request', 'The client authenticated in more than one way.')
  }
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  if (colon < 0) return posted
  return {
    clientId: formDecoded(decoded.slice(0, colon)),
    clientSecret: formDecoded(decoded.slice(colon + 1)),
  }
}

export function authenticateClient(
  apps: AppRegistry,
  settings: Settings,
  credentials: ClientCredentials,
  options: { usedPkce: boolean } = { usedPkce: false },
): RegisteredApp {
  const app = apps.find(credentials.clientId)
  const secretless =
    options.usedPkce && !settings.requireSecretWithPkce && credentials.clientSecret === undefined
  if (app !== undefined && (secretless || secretMatches(app, credentials.clientSecret))) return app
  throw new OAuthError(
    'invalid_client',
    'The `client_id` or `client_secret` provided was invalid.',
    settings.invalidClientStatus,
  )
}

// RFC 6749 section 2.3.1: both halves are form-encoded before they are joined.
function formDecoded(value: string): string {
  return new URLSearchParams(`v=${value}`).get('v') ?? ''
}
