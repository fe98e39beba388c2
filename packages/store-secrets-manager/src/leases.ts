import type { Lease, LeaseAttempt } from '@x/asana-auth-core'
import { emptyRow } from './credential-row.ts'
import { followLease, isHeld } from './lease-chain.ts'
import { tidy } from './removal.ts'
import type { SecretRequests } from './secret-requests.ts'
import { rowOf } from './secret-state.ts'
import { HELD, LEASE } from './stages.ts'

/** Takes the lease of a credential, be there one or not. Undefined: try again. */
export async function tryLease(secret: SecretRequests, ttlMs: number): Promise<LeaseAttempt | undefined> {
  const newest = await secret.read(LEASE)
  if (newest && rowOf(newest.stages) !== 'ended') {
    if (isHeld(secret, newest)) return { status: 'held' }
    return take(secret, newest.arn, newest.version, ttlMs)
  }
  const state = await secret.describe()
  if (state?.row === 'there' || state?.row === 'empty') {
    const { arn, lease = arn, held } = state
    // One that was taken a moment ago is looked at first.
    return held ? undefined : take(secret, arn, lease, ttlMs)
  }
  // Nothing to put a lease on yet: a secret without a row.
  await emptyRow(secret, state)
  return undefined
}

async function take(
  secret: SecretRequests,
  arn: string,
  before: string,
  ttlMs: number,
): Promise<LeaseAttempt | undefined> {
  let { version, endsAt, taken } = await followLease(secret, arn, before, ttlMs)
  if (taken) return { status: 'held' }
  if (!version) return undefined
  const lease: Lease = {
    renew: async ttlMs => {
      // By its holder's own clock, and so before others may take it.
      if (!version || secret.settings.now() >= endsAt) return false
      const next = await followLease(secret.during('renewLease'), arn, version, ttlMs)
      if (!next.version) return false
      version = next.version
      endsAt = next.endsAt
      return true
    },
    release: async () => {
      if (!version) return
      const releasing = secret.during('releaseLease')
      // Costs no version. AWS does it only if the label is still on this version: only the holder can.
      await releasing.unlabel(arn, HELD, version)
      version = undefined
      // Whoever deleted the row meanwhile had to leave the secret to us.
      await tidy(releasing, await releasing.describe(arn))
    },
  }
  return { status: 'acquired', lease }
}
