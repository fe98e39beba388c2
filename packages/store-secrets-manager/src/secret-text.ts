import {
  ConfigurationError,
  type CredentialRecord,
  DecryptionError,
  describeStoreContext,
  type StoreContext,
} from '@x/asana-auth-core'

/** AWS's limit. */
const MAX_BYTES = 65_536

/**
 * What a secret holds. `write` makes the text of every write another one: two processes that write
 * the same record over one version must not both be told that they won.
 * @throws ConfigurationError `payload_too_large`
 */
export function recordText(at: StoreContext, record: CredentialRecord, write: string): string {
  const text = JSON.stringify({ ...record, ...at.key, write })
  const { length } = new TextEncoder().encode(text)
  if (length <= MAX_BYTES) return text
  const message = `The credential has ${length} bytes (${describeStoreContext(at)}). Keep it below ${MAX_BYTES}.`
  throw new ConfigurationError('payload_too_large', message)
}

/** No row. As unique as any other write. */
export function emptyText(): string {
  return JSON.stringify({ write: crypto.randomUUID() })
}

/** @throws DecryptionError when it is not what `recordText` makes, or makes of another key */
export function recordFrom(at: StoreContext, text: string): CredentialRecord {
  const { payload, status, expiresAt, updatedAt, provider, subject } = members(text)
  const unusable = (reason: 'malformed' | 'not_authentic') =>
    new DecryptionError(`The secret (${describeStoreContext(at)})`, reason)
  if (
    typeof payload !== 'string' ||
    (status !== 'active' && status !== 'reauthorization_required') ||
    typeof updatedAt !== 'number' ||
    (expiresAt !== undefined && typeof expiresAt !== 'number')
  ) {
    throw unusable('malformed')
  }
  if (provider !== at.key?.provider || subject !== at.key?.subject) throw unusable('not_authentic')
  return Object.freeze({ payload, status, updatedAt, ...(expiresAt !== undefined && { expiresAt }) })
}

/** The members of a JSON object; none when it is something else. */
export function members(text: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(text) }
  } catch {
    // The parser's message quotes the text.
    return {}
  }
}
