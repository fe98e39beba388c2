import type { SecretRequests, SecretVersion, Written } from './secret-requests.ts'
import type { SecretState } from './secret-state.ts'
import { members } from './secret-text.ts'
import { HELD, LEASE } from './stages.ts'
import { successor } from './successor.ts'

/** So far the clocks of two machines may be apart without a lease being taken from its holder. */
const CLOCK_SKEW_MS = 2000

/** `endsAt` is by the holder's clock. */
export interface WrittenLease extends Written {
  readonly endsAt: number
}

/**
 * Takes the lease after the version `before`, or the first one when `before` is the ARN. Leases are versions
 * of the credential's secret: each can have one successor, so one taker wins.
 */
export async function followLease(
  secret: SecretRequests,
  arn: string,
  before: string,
  ttlMs: number,
): Promise<WrittenLease> {
  const endsAt = secret.settings.now() + ttlMs
  // The id makes the text unique: AWS takes the same text for a repetition, and lets it pass.
  const text = JSON.stringify({ write: crypto.randomUUID(), endsAt })
  return { ...(await secret.put(arn, await successor('lease', before), text, LEASE, HELD)), endsAt }
}

export function isHeld({ settings }: SecretRequests, { stages, text }: SecretVersion): boolean {
  const { endsAt } = members(text)
  return stages.includes(HELD) && settings.now() < Number(endsAt) + CLOCK_SKEW_MS
}

/** Whether somebody holds the lease of a secret that was looked at. */
export async function isLeased(secret: SecretRequests, { held }: SecretState): Promise<boolean> {
  const newest = held && (await secret.read(LEASE))
  return newest ? isHeld(secret, newest) : false
}
