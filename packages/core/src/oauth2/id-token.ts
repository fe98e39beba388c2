import { safeCause } from '@x/asana-client'
import { checkEndpoint } from '../app/endpoints.ts'
import { TokenRequestError } from '../errors/token-errors.ts'
import { authorizationServer, requestOptions } from './authorization-server.ts'
import { callEndpoint } from './call-endpoint.ts'
import { invalidAnswer, type JsonObject } from './endpoint-answer.ts'
import type { FlowContext } from './flow-context.ts'

/** Who signs id_tokens, and with which keys. */
export interface IdTokenIssuer {
  readonly issuer: string
  readonly jwksUri: string
  /** A JSON Web Key Set (RFC 7517). */
  readonly jwks: JsonObject
}

/**
 * From Asana's discovery document; neither the issuer nor the keys are documented to be stable.
 * @see OpenID Connect Discovery 1.0 section 4
 * @throws TokenRequestError, ConfigurationError
 */
export async function findIdTokenIssuer(flow: FlowContext): Promise<IdTokenIssuer> {
  const what = 'request for the OpenID configuration'
  const document = await get(flow, what, `${flow.app.baseUrl}/.well-known/openid-configuration`)
  const { issuer, jwks_uri } = document
  if (typeof issuer !== 'string' || typeof jwks_uri !== 'string')
    throw invalidAnswer(what, 'it names no issuer or no keys, so that no id_token can be checked')
  const jwksUri = checkEndpoint('jwks_uri', jwks_uri)
  return { issuer, jwksUri, jwks: await get(flow, "request for Asana's signing keys", jwksUri) }
}

/**
 * Checks the id_token of a code exchange: signature, issuer, audience, times and nonce.
 * @see OpenID Connect Core 1.0 section 3.1.3.7
 * @throws TokenRequestError `token_response_invalid`
 */
export async function validateIdToken(
  flow: FlowContext,
  { issuer, jwksUri, jwks }: IdTokenIssuer,
  body: JsonObject,
  nonce: string | undefined,
): Promise<void> {
  const { app, oauth, timeoutMs } = flow
  const server = { ...authorizationServer(app), issuer, jwks_uri: jwksUri }
  const client = { client_id: app.requireClient().clientId }
  try {
    const response = Response.json(body)
    await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce ?? oauth.expectNoNonce,
      requireIdToken: true,
    })
    await oauth.validateApplicationLevelSignature(server, response, {
      ...requestOptions(flow, jwksUri, timeoutMs),
      [oauth.customFetch]: async () => Response.json(jwks),
    })
  } catch (error) {
    throw new TokenRequestError(`The id_token from Asana is not valid: ${(error as Error).message}.`, {
      code: 'token_response_invalid',
      cause: safeCause(
        error,
        Object.values(body).filter(value => typeof value === 'string'),
      ),
    })
  }
}

function get(flow: FlowContext, what: string, endpoint: string): Promise<JsonObject> {
  return callEndpoint(flow, {
    what,
    endpoint,
    secrets: [],
    send: ({ signal }) => flow.runtime.fetch(endpoint, { redirect: 'manual', signal }),
  })
}
