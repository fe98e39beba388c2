import {
  type CredentialKey,
  type CredentialRecord,
  type CredentialStatus,
  DecryptionError,
  type StoredCredential,
} from '@x/asana-auth-core'

/** The fields of a credential's hash, in the order they are read. */
export const fields = ['version', 'payload', 'status', 'updatedAt', 'expiresAt'] as const

export function toFields(version: string, record: CredentialRecord): string[] {
  const { payload, status, updatedAt, expiresAt } = record
  const pairs = ['version', version, 'payload', payload, 'status', status, 'updatedAt', String(updatedAt)]
  return expiresAt === undefined ? pairs : [...pairs, 'expiresAt', String(expiresAt)]
}

/** @throws DecryptionError when it is not what `toFields` writes */
export function fromFields(key: CredentialKey, values: unknown): StoredCredential | undefined {
  const [version, payload, status, updatedAt, expiresAt] = Array.isArray(values) ? (values as unknown[]) : []
  if (version === null || version === undefined) return undefined
  if (
    typeof payload !== 'string' ||
    !isStatus(status) ||
    !isNumber(updatedAt) ||
    (expiresAt !== null && !isNumber(expiresAt))
  ) {
    throw new DecryptionError(
      `The hash of ${key.provider}/${JSON.stringify(key.subject)} in Redis`,
      'malformed',
    )
  }
  const record = { payload, status, updatedAt: Number(updatedAt) }
  return {
    version: String(version),
    record: expiresAt === null ? record : { ...record, expiresAt: Number(expiresAt) },
  }
}

function isStatus(value: unknown): value is CredentialStatus {
  return value === 'active' || value === 'reauthorization_required'
}

function isNumber(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && Number.isFinite(Number(value))
}
