import { splitScope } from '../app/scope.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import type { Optional } from '../optional.ts'
import { AsanaUserCredentials, type AsanaUserCredentialsFields } from './asana-user-credentials.ts'

/** Credentials as an application hands them in: this package's names or the snake_case names of OAuth. */
export type AsanaUserCredentialsInput =
  | AsanaUserCredentials
  | (Optional<AsanaUserCredentialsFields> & { readonly accessToken: string })
  | (Readonly<Record<string, unknown>> & { readonly access_token: string })

/** What is read of the input, by both names. */
type Source = {
  readonly [name in
    | keyof AsanaUserCredentialsFields
    | `${'access' | 'refresh' | 'id'}_token`
    | 'token_type'
    | 'expires_in'
    | 'expires_at'
    | 'workspace_gid'
    | 'data']?: unknown
}

/** Below it a time is in seconds (until the year 5138), from it on in milliseconds (since 1973). */
const SECONDS_BELOW = 1e11

const tokenNames = ['access_token', 'refresh_token', 'id_token', 'accessToken', 'refreshToken', 'idToken']

/**
 * Reads credentials from JSON, ours or another system's. `expiresAt` (`expires_at`) may be
 * milliseconds, seconds or an ISO 8601 date; `scope` a string or a list.
 * @throws ConfigurationError `invalid_credentials`, naming the member and never its value
 */
export function parseUserCredentials(input: unknown): AsanaUserCredentials {
  if (input instanceof AsanaUserCredentials) return input
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw invalid('must be an object.')
  // Each name spelled out: every read from a store comes through here, and looking a member up by a
  // name in a variable costs many times as much.
  const source = input as Source
  const accessToken = string('accessToken', source.accessToken ?? source.access_token)
  if (accessToken === undefined) throw invalid('have no accessToken (access_token).')
  const expiresIn = parseExpiresIn(source.expiresIn ?? source.expires_in)
  if (expiresIn === 'invalid') throw invalid('have an expiresIn that is no number of seconds.')
  const tokenType = string('tokenType', source.tokenType ?? source.token_type) ?? 'Bearer'
  return new AsanaUserCredentials({
    accessToken,
    // RFC 6749 compares it without case; Asana sends "bearer".
    tokenType: /^bearer$/i.test(tokenType) ? 'Bearer' : tokenType,
    refreshToken: string('refreshToken', source.refreshToken ?? source.refresh_token),
    scope: scopeOf(source.scope),
    expiresIn,
    expiresAt: timeOf(source.expiresAt ?? source.expires_at),
    idToken: string('idToken', source.idToken ?? source.id_token),
    raw: rawOf(source),
    workspaceGid: string('workspaceGid', source.workspaceGid ?? source.workspace_gid),
  })
}

/** Seconds; a number in a string is one too. Absent: undefined. */
export function parseExpiresIn(value: unknown): number | undefined | 'invalid' {
  if (value === undefined || value === null) return undefined
  const seconds = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 ? seconds : 'invalid'
}

function string(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') throw invalid(`have a ${name} that is no string.`)
  return value
}

function scopeOf(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return splitScope(value)
  if (Array.isArray(value) && value.every(name => typeof name === 'string')) return value
  throw invalid('have a scope that is neither a string nor a list of strings.')
}

function timeOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  const time = typeof value === 'string' ? Date.parse(value) : value instanceof Date ? value.getTime() : value
  if (typeof time !== 'number' || !Number.isFinite(time) || time < 0)
    throw invalid('have an expiresAt that is no time.')
  return Math.floor(time < SECONDS_BELOW ? time * 1000 : time)
}

function rawOf(source: Source): Readonly<Record<string, unknown>> {
  const { raw, data } = source
  const given = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {}
  // A token response that was stored as it came has the user beside the tokens.
  return withoutTokens(data === undefined ? given : { data, ...given })
}

/** One place for each secret: what is left over is safe to show. */
export function withoutTokens(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!tokenNames.some(name => name in value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => !tokenNames.includes(name)))
}

function invalid(what: string): ConfigurationError {
  return new ConfigurationError('invalid_credentials', `The credentials ${what}`)
}
