import { AsanaError, ConfigurationError, StoreUnavailableError } from '@x/asana-auth-core'

type UsageErrorCode =
  | 'usage'
  | 'missing_setting'
  | 'invalid_setting'
  | 'driver_missing'
  | 'unknown_store'
  | 'terminal_refused'
  | 'redirect_not_local'
  | 'same_store'
  | 'invalid_import'

/** The command line or the environment is not as it must be. Nothing was done. */
export class UsageError extends AsanaError {
  override readonly name = 'UsageError'
  declare readonly code: UsageErrorCode

  constructor(message: string, code: UsageErrorCode = 'usage') {
    super(message, { code })
  }
}

/** The user pressed Ctrl+C, or answered no. */
export class InterruptedError extends AsanaError {
  override readonly name = 'InterruptedError'

  constructor(message = 'Interrupted.') {
    super(message, { code: 'interrupted' })
  }
}

/** A command did only a part of what it was asked to. */
export class IncompleteError extends AsanaError {
  override readonly name = 'IncompleteError'

  constructor(message: string, code: 'login_timeout' | 'not_revoked' | 'unreadable' | 'checks_failed') {
    super(message, { code })
  }
}

/** The message, and what a driver said: the stores' messages leave it to the cause, which holds no secret. */
export function explained(error: Error): string {
  const { message, cause } = error
  const isStores = error instanceof StoreUnavailableError || error instanceof ConfigurationError
  const why = isStores && cause instanceof Error ? cause.message.trim() : ''
  return why === '' || message.includes(why) ? message : `${message} (${why})`
}
