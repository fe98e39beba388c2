import { AsanaError } from '@x/asana-client'

export type InvalidStateErrorCode =
  | 'state_mismatch'
  | 'state_missing'
  | 'authorization_expired'
  | 'invalid_callback'

/**
 * The callback does not belong to the authorization that this browser started: a wrong, missing or
 * old `state` (RFC 6749 section 10.12), or a callback URL that is no authorization response.
 */
export class InvalidStateError extends AsanaError {
  override readonly name = 'InvalidStateError'
  declare readonly code: InvalidStateErrorCode

  constructor(code: InvalidStateErrorCode, message: string) {
    super(`${message} Start the connection again.`, { code })
  }
}

/** The user, or Asana, said no on the consent page (RFC 6749 section 4.1.2.1). */
export class AuthorizationDeniedError extends AsanaError {
  override readonly name = 'AuthorizationDeniedError'
  /** The `error` of the callback, for example `access_denied`. */
  readonly error: string

  constructor(error: string, description?: string) {
    super(
      error === 'access_denied'
        ? 'The user did not allow access to Asana. Ask again when they want to connect.'
        : `Asana refused the authorization: ${error}${description ? ` (${description})` : ''}.`,
      { code: error === 'access_denied' ? 'access_denied' : 'authorization_refused' },
    )
    this.error = error
  }
}

/** Asana refuses these scopes to this app: the app's permission mode and the request disagree. */
export class ForbiddenScopeError extends AsanaError {
  override readonly name = 'ForbiddenScopeError'

  constructor(requested: readonly string[] | undefined, description?: string) {
    super(
      `Asana refused the requested scopes${description ? ` (${description})` : ''}. ${scopeAdvice(requested)}`,
      { code: 'forbidden_scopes' },
    )
  }
}

/** The app's mode is not visible to us; which mode would refuse this request is. */
function scopeAdvice(requested: readonly string[] | undefined): string {
  return requested === undefined || requested.includes('default')
    ? 'The request asked for full permissions, so the app is registered with granular scopes: ' +
        'list them in `scope` or `defaultScope`, or switch the app to Full permissions in the developer console.'
    : 'The request listed granular scopes: either the app has Full permissions (then leave `scope` out or ' +
        'send "default"), or one of them is not ticked in the developer console.'
}
