import type { CredentialRecord, Version } from '@x/asana-auth-core'
import { sha256 } from './sha256.ts'

const MAX_ROWS = 1000

/**
 * Writes that AWS may have done although no answer came. When the same write is tried again, it keeps its
 * mark, by which it is recognised: its own first attempt is no conflict.
 */
export class UnansweredWrites {
  readonly #writes = new Map<string, { readonly fingerprint: string; readonly write: string }>()

  /** The mark of the attempt before, if it was the same write; to one caller only. */
  take(name: string, fingerprint: string): string | undefined {
    const known = this.#writes.get(name)
    this.#writes.delete(name)
    return known?.fingerprint === fingerprint ? known.write : undefined
  }

  keep(name: string, fingerprint: string, write: string): void {
    const [oldest] = this.#writes.keys()
    if (this.#writes.size >= MAX_ROWS && oldest !== undefined) this.#writes.delete(oldest)
    this.#writes.set(name, { fingerprint, write })
  }
}

/** Tells the same write from others without keeping the payload in memory. */
export function fingerprint(
  record: CredentialRecord,
  ifVersion: Version | null | undefined,
): Promise<string> {
  const { payload, status, expiresAt, updatedAt } = record
  return sha256(JSON.stringify([ifVersion ?? typeof ifVersion, payload, status, expiresAt, updatedAt]))
}
