import { RepeatedParameterError, uniqueParameters } from '../http/form.ts'
import type { Realm } from '../realm.ts'
import type { RegisteredApp } from './app.ts'
import { isS256Challenge } from './pkce.ts'
import { decideScope } from './scope-request.ts'

/** An authorization request that passed every check, waiting for the user. */
export interface AuthorizationRequest {
  readonly app: RegisteredApp
  readonly redirectUri: string
  readonly responseType: ResponseType
  readonly scope: string
  readonly state: string | undefined
  readonly nonce: string | undefined
  readonly codeChallenge: string | undefined
}

type ResponseType = 'code' | 'id_token' | 'code id_token'

/** Shown on Asana's own page, as `<code>: <description>`: the request can't be trusted with a redirect. */
export interface PageError {
  readonly code: string
  readonly description: string
}

/** Sent back to the app (RFC 6749 section 4.1.2.1). */
interface RedirectError extends PageError {
  readonly redirectUri: string
  readonly state: string | undefined
}

type AuthorizationDecision =
  | { request: AuthorizationRequest }
  | { pageError: PageError }
  | { redirectError: RedirectError }

export function decideAuthorization(realm: Realm, query: URLSearchParams): AuthorizationDecision {
  let parameters: ReadonlyMap<string, string>
  try {
    parameters = uniqueParameters(query)
  } catch (error) {
    if (error instanceof RepeatedParameterError) return page('invalid_request', `${error.message}.`)
    throw error
  }
  const app = realm.apps.find(parameters.get('client_id'))
  if (app === undefined) {
    return page('invalid_request', 'The `client_id` parameter does not match a registered application.')
  }
  const redirectUri = parameters.get('redirect_uri')
  if (redirectUri === undefined || !app.redirectUris.includes(redirectUri)) {
    // The text that Asana's page shows (many reports).
    return page(
      'invalid_request',
      'The `redirect_uri` parameter does not match a valid url for the application.',
    )
  }
  const state = parameters.get('state')
  const refuse = (code: string, description: string): AuthorizationDecision => ({
    redirectError: { redirectUri, state, code, description },
  })
  const responseType = normalizedResponseType(parameters.get('response_type'))
  if (responseType === undefined) {
    return parameters.has('response_type')
      ? refuse('unsupported_response_type', 'The `response_type` provided is not supported.')
      : refuse('invalid_request', 'The required parameter `response_type` is missing.')
  }
  if (realm.settings.requireState && state === undefined) {
    return refuse('invalid_request', 'The required parameter `state` is missing.')
  }
  const challenge = decideChallenge(parameters, realm.settings.requirePkce && responseType !== 'id_token')
  if (typeof challenge === 'object') return refuse('invalid_request', challenge.problem)

  const scope = decideScope(app, parameters.get('scope'))
  if ('forbidden' in scope) return page('forbidden_scopes', scope.forbidden)
  if ('invalid' in scope) return refuse('invalid_scope', scope.invalid)
  if (responseType !== 'code' && !scope.granted.split(' ').includes('openid')) {
    return refuse('invalid_scope', 'An `id_token` needs the `openid` scope.')
  }
  const nonce = parameters.get('nonce')
  return {
    request: { app, redirectUri, responseType, scope: scope.granted, state, nonce, codeChallenge: challenge },
  }
}

/** The order of a space-delimited response type does not matter. */
function normalizedResponseType(value: string | undefined): ResponseType | undefined {
  const names = (value ?? '').split(' ').sort().join(' ')
  return names === 'code' || names === 'id_token' || names === 'code id_token' ? names : undefined
}

/** The challenge, none, or what is wrong with it. Asana's metadata names S256 only. */
function decideChallenge(
  parameters: ReadonlyMap<string, string>,
  isRequired: boolean,
): string | undefined | { problem: string } {
  const challenge = parameters.get('code_challenge')
  const method = parameters.get('code_challenge_method')
  if (challenge === undefined && method === undefined) {
    return isRequired ? { problem: 'The required parameter `code_challenge` is missing.' } : undefined
  }
  if (challenge === undefined) return { problem: 'The `code_challenge` parameter is missing.' }
  // RFC 7636 section 4.3: without a method it would be `plain`, which is not supported.
  if (method !== 'S256') return { problem: 'The `code_challenge_method` must be `S256`.' }
  if (!isS256Challenge(challenge)) {
    return {
      problem: 'The `code_challenge` must be 43 characters of base64url: BASE64URL(SHA256(verifier)).',
    }
  }
  return challenge
}

function page(code: string, description: string): AuthorizationDecision {
  return { pageError: { code, description } }
}
