import { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { ForbiddenScopeError, InvalidStateError } from '../errors/authorization-errors.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { TokenRequestError } from '../errors/token-errors.ts'
import type { Optional } from '../optional.ts'
import type { Subject } from '../store/credential-key.ts'
import { type AuthorizationStep, requireRedirectUri } from './authorize.ts'
import { callAsApp } from './call-as-app.ts'
import { type CallbackParameters, readCallback, readCode } from './callback.ts'
import { invalidAnswer, type JsonObject } from './endpoint-answer.ts'
import type { FlowContext } from './flow-context.ts'
import { findIdTokenIssuer, type IdTokenIssuer, validateIdToken } from './id-token.ts'
import { credentialsFromTokenResponse } from './token-response.ts'

/** The callback, or the code taken from it, with what `authorize` returned. */
export type ExchangeOptions = Optional<AuthorizationStep> & {
  /** For whom; named in errors. */
  readonly subject?: Subject | undefined
} & (
    | {
        /** The whole callback, absolute or as the path and query that the server saw. Needs `state`. */
        readonly callbackUrl: string | URL
        readonly code?: undefined
      }
    | {
        /** The decoded `code`, when the application has compared the state itself. */
        readonly code: string
        readonly callbackUrl?: undefined
      }
  )

export async function exchangeCode(
  flow: FlowContext,
  options: ExchangeOptions,
): Promise<AsanaUserCredentials> {
  const { app, oauth, runtime } = flow
  const redirectUri = requireRedirectUri(app, options.redirectUri)
  const requested = options.scope?.length ? options.scope : undefined
  const parameters = readParameters(flow, { ...options, scope: requested }, redirectUri)
  const verifier = options.codeVerifier ?? oauth.nopkce
  const what =
    options.subject === undefined ? 'code exchange' : `code exchange for ${JSON.stringify(options.subject)}`
  // Before the code is used up: while Asana's keys cannot be had, the exchange can be tried again.
  const issuer = wantsIdToken(flow, options) ? await findIdTokenIssuer(flow) : undefined
  // Sent once only: a code whose answer was lost may be used up.
  const body = await callAsApp(flow, {
    what,
    endpoint: app.tokenUrl,
    secrets: [parameters.get('code') ?? undefined, options.codeVerifier],
    send: (server, client, secret, request) =>
      oauth.authorizationCodeGrantRequest(server, client, secret, parameters, redirectUri, verifier, request),
  }).catch((error: unknown) => {
    throw asScopeError(error, requested)
  })
  const granted = credentialsFromTokenResponse(body, what, runtime.clock.now())
  // A response that does not name the scope grants what was asked for (RFC 6749 section 5.1).
  const scope = granted.scope ?? requested
  const credentials = new AsanaUserCredentials({ ...granted, ...(scope && { scope }) })
  return withCheckedIdToken(flow, credentials, { body, issuer, nonce: options.nonce })
}

function readParameters(
  flow: FlowContext,
  { code, callbackUrl, state, scope, expiresAt }: ExchangeOptions,
  redirectUri: string,
): CallbackParameters {
  const { clock } = flow.runtime
  if ((code === undefined) === (callbackUrl === undefined)) {
    throw new ConfigurationError('invalid_option', 'exchange needs either callbackUrl or code.')
  }
  if (expiresAt !== undefined && clock.now() > expiresAt) {
    throw new InvalidStateError('authorization_expired', 'The user took too long on the consent page.')
  }
  return callbackUrl === undefined
    ? readCode(flow, code)
    : readCallback(flow, callbackUrl, { state, redirectUri, scope })
}

/** Who kept the nonce or the scope of the step says it; of who kept neither, the app's default is believed. */
function wantsIdToken({ app }: FlowContext, { nonce, scope = app.defaultScope }: ExchangeOptions): boolean {
  return nonce !== undefined || scope?.includes('openid') === true
}

/** Keeps an id_token only when one was asked for and it is valid. */
async function withCheckedIdToken(
  flow: FlowContext,
  credentials: AsanaUserCredentials,
  answer: {
    readonly body: JsonObject
    readonly issuer: IdTokenIssuer | undefined
    readonly nonce: string | undefined
  },
): Promise<AsanaUserCredentials> {
  const { idToken, ...rest } = credentials
  const { body, issuer, nonce } = answer
  if (!issuer) return new AsanaUserCredentials(rest)
  if (idToken === undefined)
    throw invalidAnswer('code exchange', '"openid" was asked for and it has no id_token')
  await validateIdToken(flow, issuer, body, nonce)
  return credentials
}

function asScopeError(error: unknown, scope: readonly string[] | undefined): unknown {
  const scopes = ['forbidden_scopes', 'invalid_scope']
  return error instanceof TokenRequestError && error.error !== undefined && scopes.includes(error.error)
    ? new ForbiddenScopeError(scope)
    : error
}
