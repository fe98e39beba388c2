import type { AsanaAppCredentials } from '../app/asana-app-credentials.ts'
import { checkRedirectUri } from '../app/endpoints.ts'
import { parseScope, type ScopeInput } from '../app/scope.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import type { FlowContext } from './flow-context.ts'

export interface AuthorizeOptions {
  /** Comes back in the callback unchanged. Default: random. Unguessable, and bound to the user's browser. */
  readonly state?: string | undefined
  /** Default: the app's `defaultScope`. Where there is none, or with an empty list, the parameter is left out. */
  readonly scope?: ScopeInput | undefined
  /** Default: the app's. */
  readonly redirectUri?: string | undefined
  /** Default: random (RFC 7636). */
  readonly codeVerifier?: string | undefined
  /** For `openid`. Default: random. */
  readonly nonce?: string | undefined
  /** More parameters for the authorization endpoint. They cannot replace the ones above. */
  readonly extraParams?: Readonly<Record<string, string>> | undefined
}

/** What to send the browser to, and what to keep until it comes back: spread it into `exchange`. */
export interface AuthorizationStep {
  /** Where to redirect the browser. */
  readonly authorizationUrl: string
  readonly state: string
  /** Secret: keep it on the server or in a sealed cookie. */
  readonly codeVerifier: string
  readonly redirectUri: string
  /** As asked for. Empty: for none, although the app may have a default. */
  readonly scope?: readonly string[]
  /** With scope `openid` only. */
  readonly nonce?: string
  /** After it, `exchange` refuses the step: milliseconds since the epoch. */
  readonly expiresAt: number
}

/** How long a user may take on the consent page. */
const AUTHORIZATION_TTL_MS = 10 * 60_000

/**
 * The first step of RFC 6749 section 4.1 with PKCE S256 (RFC 7636). Sends nothing.
 * @throws ConfigurationError
 */
export async function createAuthorization(
  { app, oauth, runtime }: FlowContext,
  options: AuthorizeOptions,
): Promise<AuthorizationStep> {
  const { clientId } = app.requireClient()
  const redirectUri = requireRedirectUri(app, options.redirectUri)
  const scope = requestedScope(app, options.scope)
  const state = options.state || oauth.generateRandomState()
  const codeVerifier = options.codeVerifier ?? oauth.generateRandomCodeVerifier()
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(codeVerifier)) {
    throw new ConfigurationError(
      'invalid_option',
      'codeVerifier must be 43 to 128 of A-Za-z0-9-._~ (RFC 7636 section 4.1).',
    )
  }
  const nonce = scope?.includes('openid') ? (options.nonce ?? oauth.generateRandomNonce()) : undefined

  const url = new URL(app.authorizationUrl)
  const { scope: _scope, nonce: _nonce, ...extra } = options.extraParams ?? {}
  const parameters = {
    ...extra,
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(scope?.length && { scope: scope.join(' ') }),
    ...(nonce !== undefined && { nonce }),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return {
    // Asana documents %20 between scopes, not the form encoding's plus.
    authorizationUrl: url.href.replace(url.search, url.search.replaceAll('+', '%20')),
    state,
    codeVerifier,
    redirectUri,
    ...(scope && { scope }),
    ...(nonce !== undefined && { nonce }),
    expiresAt: runtime.clock.now() + AUTHORIZATION_TTL_MS,
  }
}

/** The step says of an empty scope that it was asked for: `exchange` would fall back on the app's default. */
function requestedScope(
  { defaultScope, allowScopes }: AsanaAppCredentials,
  asked: ScopeInput | undefined,
): readonly string[] | undefined {
  return asked === undefined ? defaultScope : (parseScope(asked, allowScopes) ?? [])
}

export function requireRedirectUri(app: AsanaAppCredentials, given: string | undefined): string {
  const redirectUri = given ? checkRedirectUri(given) : app.redirectUri
  if (redirectUri) return redirectUri
  throw new ConfigurationError(
    'missing_redirect_uri',
    'There is no redirect URI: pass redirectUri, set asana.redirectUri or ASANA_REDIRECT_URI, exactly as registered with the app.',
  )
}
