import type { AwsOperation } from './aws-error.ts'
import type { SecretState } from './secret-state.ts'
import { members } from './secret-text.ts'
import type { SecretsApi, SecretVersion } from './secrets-api.ts'
import { HELD, LEASE } from './stages.ts'
import { leaseSuccessor } from './version-tokens.ts'

/** So far the clocks of two machines may be apart without a lease being taken from its holder. */
const CLOCK_SKEW_MS = 2000

/** A version that stands for a lease. */
export interface LeaseVersion {
  readonly arn: string
  readonly version: string
  /** By the holder's clock. */
  readonly endsAt: number
}

/** Leases as versions of the credential's secret: each can have one successor, so one taker wins. */
export class LeaseChain {
  readonly #api: SecretsApi
  readonly #now: () => number

  constructor(api: SecretsApi, now: () => number) {
    this.#api = api
    this.#now = now
  }

  /** Takes the lease after the version `before`, or the first one when `before` is the ARN. */
  async follow(
    at: AwsOperation,
    arn: string,
    before: string,
    ttlMs: number,
  ): Promise<LeaseVersion | 'held' | 'gone'> {
    const endsAt = this.#now() + ttlMs
    const token = await leaseSuccessor(before)
    // The holder makes the text unique: AWS takes the same text for a repetition, and lets it pass.
    const text = JSON.stringify({ lease: crypto.randomUUID(), endsAt })
    const outcome = await this.#api.put(at, arn, { token, text }, [LEASE, HELD])
    if (outcome === 'written') return { arn, version: token, endsAt }
    return outcome === 'taken' ? 'held' : 'gone'
  }

  /** Takes the lease of a secret that was looked at. */
  async take(at: AwsOperation, state: SecretState, ttlMs: number): Promise<LeaseVersion | 'held' | 'gone'> {
    if (await this.isHeldIn(at, state)) return 'held'
    return this.follow(at, state.arn, state.lease ?? state.arn, ttlMs)
  }

  async isHeldIn(at: AwsOperation, state: SecretState): Promise<boolean> {
    if (!state.held) return false
    const newest = await this.#api.read(at, state.arn, LEASE)
    return newest !== undefined && this.isHeld(newest)
  }

  isHeld({ stages, text }: SecretVersion): boolean {
    const { endsAt } = members(text)
    return stages.includes(HELD) && typeof endsAt === 'number' && this.#now() < endsAt + CLOCK_SKEW_MS
  }

  /** By its holder's own clock, and so before others may take it. */
  isOver({ endsAt }: LeaseVersion): boolean {
    return this.#now() >= endsAt
  }

  /** Costs no version. AWS does it only if the label is still on this version: only the holder can. */
  release(at: AwsOperation, { arn, version }: LeaseVersion): Promise<void> {
    return this.#api.unlabel(at, arn, HELD, version)
  }
}
