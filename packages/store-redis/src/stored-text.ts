import {
  type CredentialKey,
  type CredentialRecord,
  type CredentialStatus,
  DecryptionError,
  type StoredCredential,
} from '@x/asana-auth-core'

/**
 * `<version> <status> <updatedAt> <expiresAt or ->`, a line break, the payload. One text and not a hash:
 * reading five fields costs the client twice as much as reading one value.
 */
export function toText(version: string, record: CredentialRecord): string {
  const { payload, status, updatedAt, expiresAt } = record
  return `${version} ${status} ${Math.floor(updatedAt)} ${expiresAt === undefined ? '-' : Math.floor(expiresAt)}\n${payload}`
}

/** The same, read back; the version is a UUID. */
const head = /^(\S{36}) (active|reauthorization_required) (\d+) (\d+|-)\n/

/** @throws DecryptionError when it is not what `toText` writes */
export function fromText(key: CredentialKey, text: string): StoredCredential {
  const [all, version, status, updatedAt, expiresAt] = head.exec(text) ?? []
  if (all === undefined || version === undefined) throw malformed(key)
  return {
    version,
    record: {
      payload: text.slice(all.length),
      status: status as CredentialStatus,
      updatedAt: Number(updatedAt),
      ...(expiresAt !== '-' && { expiresAt: Number(expiresAt) }),
    },
  }
}

function malformed({ provider, subject }: CredentialKey): DecryptionError {
  return new DecryptionError(`What Redis holds of ${provider}/${JSON.stringify(subject)}`, 'malformed')
}
