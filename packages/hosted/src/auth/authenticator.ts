import type { Request } from 'express'
import { ApiError, forbidden, unauthorized } from '../http/api-error.ts'
import type { Access } from '../http/endpoint.ts'
import type { AccessTokens, VerifiedToken } from './access-tokens.ts'

/** Says who calls, and whether they may call this at all. */
export class Authenticator {
  readonly #tokens: AccessTokens

  constructor(tokens: AccessTokens) {
    this.#tokens = tokens
  }

  /**
   * @returns undefined for an endpoint that takes no token
   * @throws ApiError 401 for no token or a bad one, 403 for one of another kind or organization
   */
  async authenticate(req: Request, access: Access): Promise<VerifiedToken | undefined> {
    if (access === 'public' || access === 'browser') return undefined
    const verified = await this.#tokens.verify(bearerToken(req))
    const { principal } = verified
    if (access !== 'any' && access !== principal.kind) {
      throw forbidden(
        'wrong_token_kind',
        access === 'operator'
          ? 'This needs an operator token (account/applications/token), and a scoped one was sent.'
          : 'This needs a scoped token (embedded/scoped-token), and an operator one was sent.',
      )
    }
    const named = req.get('x-organization-id')
    if (named !== undefined && named !== principal.organizationId) {
      throw forbidden('wrong_organization', 'X-Organization-Id names another organization than the token.')
    }
    return verified
  }
}

function bearerToken(req: Request): string {
  const { authorization } = req.headers
  if (authorization === undefined) {
    throw new ApiError({
      status: 401,
      code: 'token_missing',
      message: 'This request needs a token: Authorization: Bearer <token>.',
      headers: { 'WWW-Authenticate': 'Bearer' },
    })
  }
  // RFC 6750 section 2.1: the scheme without case, the token as it is.
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization)?.[1]
  if (token === undefined) throw unauthorized('invalid_token', 'The Authorization header is no bearer token.')
  return token
}
