import {
  type CredentialKey,
  type CredentialRecord,
  type CredentialStatus,
  DecryptionError,
  type StoredCredential,
} from '@x/asana-auth-core'

/** A version is a UUID: this long, and what the stored text begins with. */
export const VERSION_LENGTH = 36

/**
 * `<version> <status> <updatedAt> <expiresAt or ->`, a line break, the payload. One text and not a hash:
 * reading five fields costs the client twice as much as reading one value.
 */
export function toText(version: string, record: CredentialRecord): string {
  const { payload, status, updatedAt, expiresAt = '-' } = record
  return `${version} ${status} ${updatedAt} ${expiresAt}\n${payload}`
}

/** @throws DecryptionError when it is not what `toText` writes */
export function fromText(key: CredentialKey, text: string): StoredCredential {
  const end = text.indexOf('\n')
  const [version = '', status = '', updatedAt, expiresAt, ...more] = text.slice(0, end).split(' ')
  if (
    end < 0 ||
    version.length !== VERSION_LENGTH ||
    !isStatus(status) ||
    !isTime(updatedAt) ||
    more.length > 0
  ) {
    throw malformed(key)
  }
  const record = { payload: text.slice(end + 1), status, updatedAt: Number(updatedAt) }
  if (expiresAt === '-') return { version, record }
  if (!isTime(expiresAt)) throw malformed(key)
  return { version, record: { ...record, expiresAt: Number(expiresAt) } }
}

function isStatus(text: string): text is CredentialStatus {
  return text === 'active' || text === 'reauthorization_required'
}

function isTime(text: string | undefined): boolean {
  return text !== undefined && text !== '' && Number.isFinite(Number(text))
}

function malformed({ provider, subject }: CredentialKey): DecryptionError {
  return new DecryptionError(`What Redis holds of ${provider}/${JSON.stringify(subject)}`, 'malformed')
}
