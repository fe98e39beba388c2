import {
  type AsanaError,
  ConfigurationError,
  type ConfigurationErrorCode,
  describeStoreContext,
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
  const context = { store: 'postgres', operation, key }
  const cause = safeCause(error, secrets)
  const state = codeOf(error)
  // What did not come from the server has another code: ECONNREFUSED, or none. Every SQLSTATE has a digit.
  if (!/^(?=.*\d)[\dA-Z]{5}$/.test(state) || outages.test(state)) {
    // Node tries several addresses of a host; the error about all of them has a code and no message.
    return new StoreUnavailableError(context, `${cause.message || state}.`, cause)
  }
  const refusal = (code: ConfigurationErrorCode, what: string) =>
    new ConfigurationError(code, `${what} (${describeStoreContext(context)}; SQLSTATE ${state}).`, cause)
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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
