import { safeCause } from '@x/asana-client'
import * as oauth from 'oauth4webapi'
import type { AsanaAppCredentials } from '../app/asana-app-credentials.ts'
import { checkEndpoint } from '../app/endpoints.ts'
import { TokenRequestError } from '../errors/token-errors.ts'
import type { Runtime } from '../runtime.ts'
import { authorizationServer, requestOptions } from './authorization-server.ts'
import type { JsonObject } from './endpoint-answer.ts'

/**
 * Checks the id_token of a code exchange: signature, issuer, audience, times and nonce. The issuer
 * and the keys come from Asana's discovery document; neither is documented to be stable.
 * @see OpenID Connect Core 1.0 section 3.1.3.7
 * @throws TokenRequestError `token_response_invalid`
 */
export async function validateIdToken(
  app: AsanaAppCredentials,
  runtime: Runtime,
  timeoutMs: number,
  body: JsonObject,
  nonce: string | undefined,
): Promise<void> {
  const client = { client_id: app.requireClient().clientId }
  try {
    const server = { ...authorizationServer(app), ...(await discover(app, runtime, timeoutMs)) }
    const response = Response.json(body)
    await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce ?? oauth.expectNoNonce,
      requireIdToken: true,
    })
    await oauth.validateApplicationLevelSignature(
      server,
      response,
      requestOptions(runtime, server.jwks_uri, timeoutMs),
    )
  } catch (error) {
    if (error instanceof TokenRequestError) throw error
    throw new TokenRequestError(`The id_token from Asana is not valid: ${(error as Error).message}.`, {
      code: 'token_response_invalid',
      cause: safeCause(
        error,
        Object.values(body).filter(value => typeof value === 'string'),
      ),
    })
  }
}

async function discover(
  app: AsanaAppCredentials,
  runtime: Runtime,
  timeoutMs: number,
): Promise<{ issuer: string; jwks_uri: string }> {
  const url = `${app.baseUrl}/.well-known/openid-configuration`
  const response = await runtime.fetch(url, {
    redirect: 'manual',
    signal: AbortSignal.timeout(Math.ceil(timeoutMs)),
  })
  const document = (response.status === 200 ? await response.json() : {}) as Record<string, unknown>
  const { issuer, jwks_uri } = document
  if (typeof issuer !== 'string' || typeof jwks_uri !== 'string') {
    throw new TokenRequestError(
      `No OpenID configuration at ${url} (HTTP ${response.status}): the id_token cannot be checked.`,
      {
        code: 'token_response_invalid',
        status: response.status,
      },
    )
  }
  return { issuer, jwks_uri: checkEndpoint('jwks_uri', jwks_uri) }
}
