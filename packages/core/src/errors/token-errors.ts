import { AsanaError } from '@x/asana-client'
import type { CredentialKey } from '../store/credential-store.ts'

/** What is known of a token endpoint's answer (RFC 6749 section 5.2). */
export interface TokenRequestFailure {
  readonly code: 'token_request_refused' | 'token_response_invalid' | 'token_endpoint_unavailable'
  /** HTTP status, when there was an answer. */
  readonly status?: number
  /** The OAuth `error`, for example `invalid_grant`. */
  readonly error?: string
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number
  readonly cause?: unknown
}

/** An OAuth endpoint (token, revocation, introspection, userinfo) did not do what was asked. */
export class TokenRequestError extends AsanaError {
  override readonly name = 'TokenRequestError'
  declare readonly code: TokenRequestFailure['code']
  readonly status: number | undefined
  readonly error: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(message: string, failure: TokenRequestFailure) {
    super(message, failure)
    this.status = failure.status
    this.error = failure.error
    this.retryAfterMs = failure.retryAfterMs
  }

  /** True when the same request may succeed later: the server was busy, broken or out of reach. */
  get retryable(): boolean {
    return this.code === 'token_endpoint_unavailable'
  }
}

/** The grant is gone (the user or an administrator removed the app): only a new consent helps. */
export class ReauthorizationRequiredError extends AsanaError {
  override readonly name = 'ReauthorizationRequiredError'
  readonly provider: string
  readonly subject: string

  constructor(key: CredentialKey, reason: 'invalid_grant' | 'no_refresh_token', cause?: unknown) {
    super(
      `${who(key)} has to connect to Asana again: ${
        reason === 'invalid_grant'
          ? 'Asana no longer accepts the stored grant.'
          : 'the access token is no longer valid and there is no refresh token.'
      } Send the user through the consent page (auth.asana.oauth2.authorize).`,
      { code: 'reauthorization_required', cause },
    )
    this.provider = key.provider
    this.subject = key.subject
  }
}

/** Nothing is stored for this subject. */
export class CredentialsNotFoundError extends AsanaError {
  override readonly name = 'CredentialsNotFoundError'
  readonly provider: string
  readonly subject: string

  constructor(key: CredentialKey, hint = '') {
    super(
      `${who(key)} is not connected to Asana: no credentials are stored. Connect the user first.${hint}`,
      {
        code: 'credentials_not_found',
      },
    )
    this.provider = key.provider
    this.subject = key.subject
  }
}

/** A new access token was needed and could not be had now. The grant may be fine: try later. */
export class RefreshUnavailableError extends AsanaError {
  override readonly name = 'RefreshUnavailableError'
  readonly provider: string
  readonly subject: string
  /** When a new attempt makes sense, in milliseconds from now. */
  readonly retryAfterMs: number

  constructor(key: CredentialKey, what: string, retryAfterMs: number, cause?: unknown) {
    super(
      `The access token of ${who(key)} could not be refreshed: ${what} Try again in ${retryAfterMs} ms.`,
      {
        code: 'refresh_unavailable',
        cause,
      },
    )
    this.provider = key.provider
    this.subject = key.subject
    this.retryAfterMs = retryAfterMs
  }
}

function who(key: CredentialKey): string {
  return `Subject ${JSON.stringify(key.subject)}`
}
