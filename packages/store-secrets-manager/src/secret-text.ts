import {
  ConfigurationError,
  type CredentialKey,
  type CredentialRecord,
  DecryptionError,
} from '@x/asana-auth-core'

/** AWS's limit. */
const MAX_BYTES = 65_536

/**
 * What a secret holds. `write` makes the text of every write another one: two processes that write
 * the same record over one version must not both be told that they won.
 * @throws ConfigurationError `payload_too_large`
 */
export function recordText(key: CredentialKey, record: CredentialRecord, write: string): string {
  const { payload, status, expiresAt, updatedAt } = record
  const { provider, subject } = key
  const text = JSON.stringify({ payload, status, expiresAt, updatedAt, provider, subject, write })
  const { length } = new TextEncoder().encode(text)
  if (length <= MAX_BYTES) return text
  throw new ConfigurationError(
    'payload_too_large',
    `The credential is too large (secrets-manager store, put of ${provider}/${JSON.stringify(subject)}): ${length} bytes with its metadata, and a secret holds ${MAX_BYTES}. Keep less in it, or use another store.`,
  )
}

/** What must not show of a write: as it is sent, as it is, and as it stands in the text. */
export function secretsIn(text: string, { payload }: CredentialRecord): string[] {
  return [text, payload, JSON.stringify(payload).slice(1, -1)]
}

/** No row. As unique as any other write. */
export function emptyText(): string {
  return JSON.stringify({ row: null, write: crypto.randomUUID() })
}

/** @throws DecryptionError when it is not what `recordText` makes, or makes of another key */
export function recordFrom(key: CredentialKey, text: string): CredentialRecord {
  const { payload, status, expiresAt, updatedAt, provider, subject } = members(text)
  const readable =
    typeof payload === 'string' &&
    (status === 'active' || status === 'reauthorization_required') &&
    typeof updatedAt === 'number' &&
    (expiresAt === undefined || typeof expiresAt === 'number')
  if (!readable) throw unusable(key, 'malformed')
  if (provider !== key.provider || subject !== key.subject) throw unusable(key, 'not_authentic')
  return Object.freeze({ payload, status, updatedAt, ...(expiresAt !== undefined && { expiresAt }) })
}

/** The members of a JSON object; none when it is something else. */
export function members(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // The parser's message quotes the text.
    return {}
  }
}

function unusable(key: CredentialKey, reason: 'malformed' | 'not_authentic'): DecryptionError {
  const what = `The secret of ${key.provider}/${JSON.stringify(key.subject)} in AWS Secrets Manager`
  return new DecryptionError(what, reason)
}
