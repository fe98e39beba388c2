import {
  AsanaConnectionError,
  AuthorizationDeniedError,
  ConfigurationError,
  CredentialsNotFoundError,
  InvalidStateError,
  RateLimitError,
  ReauthorizationRequiredError,
  RefreshUnavailableError,
  ServerError,
  StoreUnavailableError,
  TokenRequestError,
} from '@x/asana-auth-core'
import { InterruptedError, UsageError } from './cli-errors.ts'

/** What the exit status of `asana-auth` means. */
export const ExitCode = {
  ok: 0,
  /** Something went wrong that no other code names. */
  failure: 1,
  /** The command line or the configuration is wrong; nothing was done. */
  usage: 2,
  /** The user has to go through Asana's consent page (again). */
  authorizationRequired: 3,
  /** The store or Asana did not answer; try again later. */
  unavailable: 4,
  /** Ctrl+C, or SIGTERM. */
  interrupted: 130,
} as const

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

const authorizationErrors = [
  ReauthorizationRequiredError,
  CredentialsNotFoundError,
  AuthorizationDeniedError,
  InvalidStateError,
]
const outages = [
  StoreUnavailableError,
  RefreshUnavailableError,
  AsanaConnectionError,
  ServerError,
  RateLimitError,
]

export function exitCodeOf(error: unknown): ExitCode {
  const isOneOf = (types: readonly (abstract new (...args: never[]) => Error)[]) =>
    types.some(type => error instanceof type)
  if (error instanceof InterruptedError) return ExitCode.interrupted
  if (isOneOf([UsageError, ConfigurationError])) return ExitCode.usage
  if (isOneOf(authorizationErrors)) return ExitCode.authorizationRequired
  if (isOneOf(outages)) return ExitCode.unavailable
  if (error instanceof TokenRequestError) {
    if (error.retryable) return ExitCode.unavailable
    // A code that was used, mistyped or too old.
    if (error.error === 'invalid_grant') return ExitCode.authorizationRequired
  }
  return ExitCode.failure
}
