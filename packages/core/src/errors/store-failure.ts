import { ConfigurationError, type ConfigurationErrorCode } from './configuration-error.ts'
import { StoreUnavailableError } from './store-errors.ts'

/** What stores throw: the storage's own refusals, and `invalid_option`, `invalid_subject` for what they cannot hold. */
const codesOfStores: readonly ConfigurationErrorCode[] = [
  'store_capability_missing',
  'store_permission_denied',
  'store_not_migrated',
  'payload_too_large',
  'invalid_option',
  'invalid_subject',
]

/**
 * The store is away, or does not let us in: a password that was just changed, say. An app without its secret is
 * none: whoever is called for it would look for an outage that there is not.
 */
export function isStoreFailure(error: unknown): error is StoreUnavailableError | ConfigurationError {
  return (
    error instanceof StoreUnavailableError ||
    (error instanceof ConfigurationError && codesOfStores.includes(error.code))
  )
}
