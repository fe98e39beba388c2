import { ConfigurationError, type CredentialPage, type ListOptions } from '@x/asana-auth-core'
import type { SecretNames } from './secret-names.ts'
import { rowOf } from './secret-state.ts'
import type { SecretsApi } from './secrets-api.ts'
import { CURRENT } from './stages.ts'

const DEFAULT_LIMIT = 1000
/** 2,000 secrets, about a second: well within the deadline that the core sets for a call. */
const MAX_REQUESTS = 20

/** Where a listing goes on: after this name in the stretch of secrets that begins at this token. */
interface Position {
  readonly token?: string
  readonly after?: string
}

/**
 * The keys by their secrets' names. Each call reads a stretch of up to 2,000 secrets and goes on by name
 * within it, since AWS does not say what becomes of a NextToken when secrets before it are deleted.
 */
export async function listKeys(
  api: SecretsApi,
  names: SecretNames,
  options: ListOptions,
): Promise<CredentialPage> {
  const { provider, subjectPrefix = '', cursor, limit = DEFAULT_LIMIT } = options
  if (!(limit >= 1)) throw invalid('limit must be at least 1')
  const { token, after = '' } = cursor === undefined ? {} : positionFrom(cursor)
  const beginning = await names.beginningOf(provider)
  const found = new Map<string, string>()
  let next = token
  for (let request = 0; request < MAX_REQUESTS; request++) {
    const { SecretList = [], NextToken } = await api.list({ operation: 'list' }, beginning, next)
    for (const { Name = '', Description, SecretVersionsToStages } of SecretList) {
      if (Name <= after || !hasRow(SecretVersionsToStages)) continue
      const subject = await names.subjectOf(provider, Name, Description)
      if (subject?.startsWith(subjectPrefix)) found.set(Name, subject)
    }
    next = NextToken
    if (next === undefined) break
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  const page = sorted.slice(0, Math.floor(limit))
  const last = page.at(-1)?.[0]
  const keys = page.map(([, subject]) => ({ provider, subject }))
  if (last !== undefined && page.length < sorted.length) return { keys, cursor: cursorOf(token, last) }
  return next === undefined ? { keys } : { keys, cursor: cursorOf(next) }
}

function hasRow(versions: Readonly<Record<string, readonly string[]>> = {}): boolean {
  const current = Object.values(versions).find(stages => stages.includes(CURRENT))
  return current !== undefined && rowOf(current) === 'there'
}

function cursorOf(token?: string, after?: string): string {
  return btoa(JSON.stringify({ token, after }))
}

function positionFrom(cursor: string): Position {
  try {
    const { token, after } = JSON.parse(atob(cursor)) as Record<string, unknown>
    return { ...(typeof token === 'string' && { token }), ...(typeof after === 'string' && { after }) }
  } catch {
    throw invalid('the cursor is not one of this store')
  }
}

function invalid(what: string): ConfigurationError {
  return new ConfigurationError('invalid_option', `${what} (secrets-manager store, list).`)
}
