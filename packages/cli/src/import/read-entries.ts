import {
  ASANA,
  AsanaError,
  type AsanaUserCredentials,
  type CredentialKey,
  credentialKey,
  parseUserCredentials,
} from '@x/asana-auth-core'
import { UsageError } from '../cli-errors.ts'

export interface ImportEntry {
  readonly key: CredentialKey
  readonly credentials: AsanaUserCredentials
}

/**
 * Reads credentials of another system: a JSON array, one JSON object, or one JSON object a line. Each has `subject`
 * and the members of OAuth's token response (`access_token`, `refresh_token`, `expires_at`, …) or this project's names.
 * All of it is checked before anything is written.
 * @throws UsageError `invalid_import`, naming the entry and never a token
 */
export function readEntries(text: string): ImportEntry[] {
  const entries = documents(text).map((document, index) => entryOf(document, index + 1))
  const seen = new Set<string>()
  for (const [index, { key }] of entries.entries()) {
    if (seen.has(key.subject)) throw invalid(index + 1, 'has the subject of an earlier one.')
    seen.add(key.subject)
  }
  return entries
}

function documents(text: string): unknown[] {
  const whole = parsed(text)
  if (whole) return Array.isArray(whole.value) ? whole.value : [whole.value]
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map((line, index) => {
      const document = parsed(line)
      // The parser's own message would quote what it read: perhaps half a token.
      if (!document) throw invalid(index + 1, 'is not JSON.')
      return document.value
    })
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function entryOf(document: unknown, number: number): ImportEntry {
  if (typeof document !== 'object' || document === null) throw invalid(number, 'is no object.')
  const { subject, ...credentials } = document as Readonly<Record<string, unknown>>
  if (typeof subject !== 'string') throw invalid(number, 'has no subject: your id of the user, as text.')
  try {
    return { key: credentialKey(ASANA, subject), credentials: parseUserCredentials(credentials) }
  } catch (error) {
    if (error instanceof AsanaError) throw invalid(number, `is refused: ${error.message}`)
    throw error
  }
}

function invalid(number: number, what: string): UsageError {
  return new UsageError(`Nothing was imported: entry ${number} ${what}`, 'invalid_import')
}
