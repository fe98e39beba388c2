import type { CredentialKey, CredentialRecord } from '@x/asana-auth-core'

export function keyOf(subject: string, provider = 'asana'): CredentialKey {
  return { provider, subject }
}

/** A record as the core writes them; `payload` tells it from others. */
export function recordOf(payload: string, more: Partial<CredentialRecord> = {}): CredentialRecord {
  return { payload, status: 'active', expiresAt: 1_790_000_000_123, updatedAt: 1_789_996_400_456, ...more }
}

/** `record` without the optional member. */
export function recordWithoutExpiry(payload: string): CredentialRecord {
  return { payload, status: 'active', updatedAt: 1_789_996_400_456 }
}
