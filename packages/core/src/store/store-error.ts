import { AsanaError, safeCause } from '@x/asana-client'
import { ConfigurationError, type ConfigurationErrorCode } from '../errors/configuration-error.ts'
import {
  DecryptionError,
  type StoreContext,
  StoreUnavailableError,
  VersionConflictError,
} from '../errors/store-errors.ts'

const ours = [StoreUnavailableError, VersionConflictError, ConfigurationError, DecryptionError]

/**
 * What a store threw, as an error whose class can be asked for. An adapter with a copy of this package of its own
 * throws classes of its own, also when both copies share the client and its `AsanaError`: an outage would not be
 * seen as one, and a lost race would not be settled.
 */
export function storeError(error: unknown, context: StoreContext): AsanaError {
  if (ours.some(type => error instanceof type)) return error as AsanaError
  const { name, code, message } = factsOf(error)
  if (code === 'version_conflict') return new VersionConflictError(context)
  if (name === 'ConfigurationError' && typeof code === 'string') {
    return new ConfigurationError(code as ConfigurationErrorCode, String(message), safeCause(error))
  }
  if (error instanceof AsanaError && code !== 'store_unavailable') return error
  return new StoreUnavailableError(context, 'the driver failed.', safeCause(error))
}

function factsOf(error: unknown): Partial<Record<'name' | 'code' | 'message', unknown>> {
  return typeof error === 'object' && error !== null ? error : {}
}
