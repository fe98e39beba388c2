import {
  type AsanaError,
  ConfigurationError,
  type ConfigurationErrorCode,
  StoreUnavailableError,
  safeCause,
} from '@x/asana-auth-core'
import type { Operation } from './database.ts'

// SQLSTATEs, or classes of them, where trying again may help: connection, read-only, login, no such
// database, lost races, resources, locks, shutdown, files, internal; a table that was just altered.
const outages = /^(08|25|28|3D|40|53|55|57|58|XX|0A000)/
// Undefined table, column, function, schema; another type, no such unique index.
const notMigrated = /^(42P01|42703|42883|3F000|42804|42P10)$/
// A prepared statement does not exist, or exists already: it was made on somebody else's connection.
const notCarried = /^(26000|42P05)$/

/**
 * What a failed statement means. Errors of pg carry the row (`detail`) and where it was used: only
 * their message is kept, and nothing in it that is secret.
 */
export function storeError(
  error: unknown,
  at: Operation,
  migrationMissing: string,
  grantMissing: string,
): AsanaError {
  const { operation, key, secrets } = at
  const cause = safeCause(error, secrets)
  const state = sqlState(error)
  if (state === undefined || outages.test(state)) {
    // Node tries several addresses of a host; the error about all of them has a code and no message.
    const what = `${cause.message || codeOf(error)}.`
    return new StoreUnavailableError({ store: 'postgres', operation, key }, what, cause)
  }
  const where = `postgres store, ${operation}${key ? ` of ${key.provider}/${JSON.stringify(key.subject)}` : ''}`
  const refusal = (code: ConfigurationErrorCode, what: string) =>
    new ConfigurationError(code, `${what} (${where}; SQLSTATE ${state}).`, cause)
  if (state === '42501') return refusal('store_permission_denied', grantMissing)
  if (notMigrated.test(state)) return refusal('store_not_migrated', migrationMissing)
  return refusal(
    'invalid_option',
    notCarried.test(state)
      ? 'The pooler does not carry prepared statements: set `prepared: false`'
      : 'Postgres refused it: see the cause',
  )
}

/** Whoever lost a race under REPEATABLE READ or SERIALIZABLE, or a deadlock: nothing was done. */
export function isSerializationFailure(error: unknown): boolean {
  return /^40(001|P01)$/.test(codeOf(error))
}

/** Undefined for what did not come from the server: ECONNREFUSED, a timeout of the pool. */
function sqlState(error: unknown): string | undefined {
  const code = codeOf(error)
  // Every SQLSTATE has a digit; EPIPE has none.
  return /^(?=.*\d)[\dA-Z]{5}$/.test(code) ? code : undefined
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
