import { AsanaError, ConfigurationError, StoreUnavailableError, safeCause } from '@x/asana-auth-core'

/** What a failed statement means. Errors of pg carry the row that was written: only their message is kept. */
export function registryError(error: unknown, operation: string): AsanaError {
  if (error instanceof AsanaError) return error
  const cause = safeCause(error)
  const state = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(42P01|42703|3F000)$/.test(state)) {
    const text = `The tables of the registry are missing or too old (${operation}): run migrateRegistry(pool).`
    return new ConfigurationError('store_not_migrated', text, cause)
  }
  if (state === '42501') {
    const text = `The pool's role may not use the tables of the registry (${operation}).`
    return new ConfigurationError('store_permission_denied', text, cause)
  }
  return new StoreUnavailableError(
    { store: 'postgres registry', operation },
    `${cause.message || state}.`,
    cause,
  )
}
