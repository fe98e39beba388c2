import type { CredentialRecord, CredentialStatus, StoredCredential } from '@x/asana-auth-core'

type Row = Readonly<Record<string, unknown>>

/** The columns payload, status, expires_at, updated_at. */
export function toColumns({ payload, status, expiresAt, updatedAt }: CredentialRecord): unknown[] {
  // BIGINT takes no fraction; a token that seems to expire earlier does no harm.
  return [payload, status, expiresAt === undefined ? null : Math.floor(expiresAt), Math.floor(updatedAt)]
}

export function fromRow({ payload, status, expires_at, updated_at, version }: Row): StoredCredential {
  return {
    record: {
      payload: String(payload),
      // The CHECK of the column allows no other.
      status: status as CredentialStatus,
      // A BIGINT comes as text, or as whatever a type parser of the application makes of it.
      ...(expires_at !== null && { expiresAt: Number(expires_at) }),
      updatedAt: Number(updated_at),
    },
    version: String(version),
  }
}
