import { Printed } from '../credentials/printed.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { checkEndpoint, checkRedirectUri } from './endpoints.ts'
import {
  type Environment,
  type EnvironmentField,
  fromEnvironment,
  processEnvironment,
} from './environment.ts'
import { parseScope, type ScopeInput } from './scope.ts'

/** What the application tells of itself. What is absent or empty comes from the environment, then from the default. */
export interface AsanaAppOptions {
  /** Environment `ASANA_AUTHORIZATION_URL`, `ASANA_AUTHORIZE_URL`; default Asana's. */
  readonly authorizationUrl?: string | undefined
  /** Environment `ASANA_TOKEN_URL`, `ASANA_ACCESS_TOKEN_URL`; default Asana's. */
  readonly tokenUrl?: string | undefined
  /** Environment `ASANA_REVOCATION_URL`; default `oauth_revoke` beside `tokenUrl`. */
  readonly revocationUrl?: string | undefined
  /** Environment `ASANA_INTROSPECTION_URL`; default `token_info` beside `tokenUrl`. */
  readonly introspectionUrl?: string | undefined
  /** Environment `ASANA_BASE_URL`; default `https://app.asana.com/api/1.0`. */
  readonly baseUrl?: string | undefined
  /** Environment `ASANA_CLIENT_ID`. */
  readonly clientId?: string | undefined
  /** Environment `ASANA_CLIENT_SECRET`. */
  readonly clientSecret?: string | undefined
  /** Environment `ASANA_REDIRECT_URI`. Exactly as registered, port and slash included. */
  readonly redirectUri?: string | undefined
  /** A personal access token. Environment `ASANA_ACCESS_TOKEN`, `ASANA_PERSONAL_ACCESS_TOKEN`, `ASANA_TOKEN`. */
  readonly token?: string | undefined
  /** Asked for when `authorize` is given no scope. Absent: the parameter is left out. */
  readonly defaultScope?: ScopeInput | undefined
  /** Scope names to accept although this version does not know them. */
  readonly allowScopes?: readonly string[] | undefined
  /** Environment `ASANA_WORKSPACE_GID`, `ASANA_WORKSPACE`. */
  readonly workspaceGid?: string | undefined
}

/** An app's settings, resolved and checked. Printing it shows no secret. */
export class AsanaAppCredentials extends Printed {
  readonly authorizationUrl: string
  readonly tokenUrl: string
  readonly revocationUrl: string
  readonly introspectionUrl: string
  readonly baseUrl: string
  readonly clientId: string | undefined
  readonly redirectUri: string | undefined
  readonly defaultScope: readonly string[] | undefined
  readonly allowScopes: readonly string[]
  readonly workspaceGid: string | undefined
  readonly #clientSecret: string | undefined
  readonly #token: string | undefined

  /** @throws ConfigurationError `invalid_endpoint`, `insecure_endpoint`, `invalid_scope`, `invalid_option` */
  constructor(options: AsanaAppOptions = {}, environment: Environment = processEnvironment()) {
    super(() => this.toJSON())
    const field = (name: EnvironmentField) => text(name, options[name]) ?? fromEnvironment(environment, name)
    const endpoint = (name: EnvironmentField, fallback: string) =>
      checkEndpoint(name, field(name) ?? fallback)
    this.authorizationUrl = endpoint('authorizationUrl', 'https://app.asana.com/-/oauth_authorize')
    this.tokenUrl = endpoint('tokenUrl', 'https://app.asana.com/-/oauth_token')
    this.revocationUrl = endpoint('revocationUrl', new URL('oauth_revoke', this.tokenUrl).href)
    this.introspectionUrl = endpoint('introspectionUrl', new URL('token_info', this.tokenUrl).href)
    this.baseUrl = endpoint('baseUrl', 'https://app.asana.com/api/1.0').replace(/\/+$/, '')
    this.clientId = field('clientId')
    const redirectUri = field('redirectUri')
    this.redirectUri = redirectUri && checkRedirectUri(redirectUri)
    this.allowScopes = options.allowScopes ?? []
    this.defaultScope = parseScope(options.defaultScope, this.allowScopes)
    this.workspaceGid = field('workspaceGid')
    this.#clientSecret = field('clientSecret')
    this.#token = field('token')
  }

  get clientSecret(): string | undefined {
    return this.#clientSecret
  }

  /** The personal access token. */
  get token(): string | undefined {
    return this.#token
  }

  /** @throws ConfigurationError `missing_client_id`, `missing_client_secret` */
  requireClient(): { readonly clientId: string; readonly clientSecret: string } {
    const { clientId, clientSecret } = this
    if (!clientId) {
      throw new ConfigurationError('missing_client_id', missing('clientId', 'client id'))
    }
    // Asana asks for the secret even with PKCE.
    if (!clientSecret) {
      throw new ConfigurationError('missing_client_secret', missing('clientSecret', 'client secret'))
    }
    return { clientId, clientSecret }
  }

  toJSON(): Record<string, unknown> {
    const shown: Record<string, unknown> = {}
    return Object.assign(shown, this, {
      clientSecret: hidden(this.#clientSecret),
      token: hidden(this.#token),
    })
  }
}

function missing(option: 'clientId' | 'clientSecret', what: string): string {
  const name = fromEnvironmentName[option]
  return `The Asana app has no ${what}: pass asana.${option} or set ${name} (https://app.asana.com/0/my-apps lists your apps).`
}
const fromEnvironmentName = { clientId: 'ASANA_CLIENT_ID', clientSecret: 'ASANA_CLIENT_SECRET' } as const

function hidden(secret: string | undefined): string | undefined {
  return secret === undefined ? undefined : '[secret]'
}

function text(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string')
    throw new ConfigurationError('invalid_option', `asana.${name} must be a string.`)
  return value.trim() || undefined
}
