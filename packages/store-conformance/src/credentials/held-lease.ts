import type { CredentialKey, CredentialStore, Lease } from '@x/asana-auth-core'
import { ConformanceError, isEqual } from '../suite/assertions.ts'

/** Long enough for any case. */
export const LONG_MS = 60_000

export async function acquire(store: CredentialStore, key: CredentialKey, ttlMs = LONG_MS): Promise<Lease> {
  const attempt = await store.acquireLease(key, { ttlMs })
  if (attempt.status === 'acquired') return attempt.lease
  throw new ConformanceError(`A lease that nobody holds can be taken: expected acquired, got held.`)
}

export async function isHeld(store: CredentialStore, key: CredentialKey, promise: string): Promise<void> {
  isEqual(await store.acquireLease(key, { ttlMs: LONG_MS }), { status: 'held' }, promise)
}
