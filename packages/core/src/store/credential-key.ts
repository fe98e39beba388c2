import { ConfigurationError } from '../errors/configuration-error.ts'
import type { CredentialKey } from './credential-store.ts'

/** The provider of this package. The stores' contract allows others. */
export const ASANA = 'asana'

/** At most so many bytes of UTF-8, so that every store can take any subject. */
export const MAX_SUBJECT_BYTES = 512

/** An application's id of its user or tenant: a string, or a flat object such as `{ tenant, user }`. */
export type Subject = string | Readonly<Record<string, string | number | boolean>>

/** @throws ConfigurationError `unknown_provider`, `invalid_subject` */
export function credentialKey(provider: string, subject: Subject): CredentialKey {
  if (provider !== ASANA) {
    throw new ConfigurationError(
      'unknown_provider',
      `Unknown provider ${JSON.stringify(provider)}: use "${ASANA}".`,
    )
  }
  const name = typeof subject === 'string' ? subject : canonicalSubject(subject)
  const problem = subjectProblem(name)
  if (problem) throw new ConfigurationError('invalid_subject', `The subject ${problem}.`)
  return { provider, subject: name }
}

/** The same for every order of the members, so that one user has one row. */
function canonicalSubject(subject: unknown): string {
  if (typeof subject !== 'object' || subject === null || Array.isArray(subject)) {
    throw new ConfigurationError(
      'invalid_subject',
      'The subject must be a string or an object of strings, numbers and booleans.',
    )
  }
  const members = Object.entries(subject).sort(([a], [b]) => (a < b ? -1 : 1))
  if (members.length === 0 || members.some(([, value]) => !isPlain(value))) {
    throw new ConfigurationError(
      'invalid_subject',
      'The members of a subject must be strings, numbers or booleans.',
    )
  }
  return JSON.stringify(Object.fromEntries(members))
}

/** JSON has no NaN: all who got one by mistake would share a row. */
function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

function subjectProblem(subject: string): string | undefined {
  // What nearly all subjects are, at a tenth of the price.
  if (/^[ -~]{1,512}$/.test(subject)) return undefined
  if (subject === '') return 'is empty'
  if (subject.includes('\0')) return 'contains a NUL character'
  // A lone surrogate becomes U+FFFD in UTF-8: two subjects would share a row.
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(subject)) {
    return 'is not well-formed Unicode'
  }
  const { length } = new TextEncoder().encode(subject)
  return length > MAX_SUBJECT_BYTES
    ? `has ${length} bytes; at most ${MAX_SUBJECT_BYTES} are allowed`
    : undefined
}
