import { emptyRow, replaceRow } from './credential-row.ts'
import { followLease, isLeased } from './lease-chain.ts'
import type { SecretRequests, Written } from './secret-requests.ts'
import type { SecretState } from './secret-state.ts'
import { emptyText } from './secret-text.ts'
import { ENDED, HELD, LEASE } from './stages.ts'

/** For a handful of requests. */
const LEASE_MS = 10_000

/**
 * Takes away the row that was seen, in two steps, because DeleteSecret asks for no version: the row is
 * emptied by compare-and-swap, then the secret is deleted. One that somebody has leased stays until it is
 * released.
 */
export function removeRow(secret: SecretRequests, state: SecretState): Promise<Written> {
  return (secret.settings.recoveryWindowDays ? retire : removeForGood)(secret, state)
}

/** Takes away a secret that has no row, unless it is in use. Losing against anybody is fine. */
export async function tidy(secret: SecretRequests, state: SecretState | undefined): Promise<void> {
  if (state?.row === 'ended') await secret.destroy(state.arn)
  if (state?.row === 'empty' && !(await isLeased(secret, state))) await removeRow(secret, state)
}

/**
 * The lease keeps others from leasing a secret that is about to go; `ended` keeps them from writing to
 * it, for ever: a delete that comes late, or twice, cannot hit a new credential.
 */
async function removeForGood(secret: SecretRequests, state: SecretState): Promise<Written> {
  const { arn, lease = arn } = state
  const taken = !(await isLeased(secret, state)) && (await followLease(secret, arn, lease, LEASE_MS)).version
  if (!taken) return emptyRow(secret, state)
  // With the label of the lease on it, whoever looks for a lease sees the end, too.
  const written = await replaceRow(secret, state, emptyText(), ENDED, LEASE)
  if (written.version) await secret.destroy(arn)
  else await secret.unlabel(arn, HELD, taken)
  return written
}

/** Leaves a secret that the next write restores. */
async function retire(secret: SecretRequests, state: SecretState): Promise<Written> {
  const written = await emptyRow(secret, state)
  if (!written.version || (await isLeased(secret, state))) return written
  await secret.destroy(state.arn, secret.settings.recoveryWindowDays)
  // Somebody who connected in between must not be deleted with it.
  const now = await secret.describe(state.arn)
  if (now?.row === 'scheduled' && now.current !== written.version) await secret.restore(state.arn)
  return written
}
