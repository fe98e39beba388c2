import { DecryptionError } from '../errors/store-errors.ts'
import { isStoreFailure } from '../errors/store-failure.ts'
import {
  CredentialsNotFoundError,
  ReauthorizationRequiredError,
  RefreshUnavailableError,
  TokenRequestError,
} from '../errors/token-errors.ts'

/** How a refresh that brought a token ended. */
export type RefreshSuccess =
  /** This process redeemed the refresh token. */
  | 'fresh'
  /** Another process had done it, or did while this one waited. */
  | 'adopted'
  /** Redeemed and served, but not kept yet: the write is tried again. */
  | 'persist_failed'

/** How a refresh ended. */
export type RefreshOutcome =
  | RefreshSuccess
  /** The grant is gone: the user has to authorize again. */
  | 'reauthorization'
  /** Another process held the lease until this one gave up. */
  | 'lock_timeout'
  /** Asana did not answer, or not with tokens. */
  | 'provider_error'
  /** The store did not answer, refused, or holds what does not open. */
  | 'store_error'
  /** The user was disconnected meanwhile. */
  | 'disconnected'
  /** Anything else: the app's id or secret is missing, a mistake of ours. */
  | 'error'

/** What an error says of the refresh that it ended. */
export function failedOutcome(error: unknown): RefreshOutcome {
  if (error instanceof ReauthorizationRequiredError) return 'reauthorization'
  if (error instanceof TokenRequestError) return 'provider_error'
  if (error instanceof RefreshUnavailableError) {
    return error.cause instanceof TokenRequestError ? 'provider_error' : 'lock_timeout'
  }
  if (error instanceof CredentialsNotFoundError) return 'disconnected'
  return isStoreFailure(error) || error instanceof DecryptionError ? 'store_error' : 'error'
}
