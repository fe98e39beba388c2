import type { CredentialKey, CredentialRecord, Lease, LeaseAttempt, WriteCondition } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'
import { KnowsTheOwner, type Ttl } from './lease-owner.ts'

/** A store whose leases differ from good ones in some way. */
abstract class ChangesLeases extends ServedStore {
  protected abstract change(lease: Lease, key: CredentialKey, ttlMs: number): Partial<Lease>

  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    if (attempt.status === 'held') return attempt
    const { lease } = attempt
    const asIs: Lease = { renew: ttlMs => lease.renew(ttlMs), release: () => lease.release() }
    return { status: 'acquired', lease: { ...asIs, ...this.change(lease, key, options.ttlMs) } }
  }
}

class NeverExpires extends ServedStore {
  override acquireLease(key: CredentialKey) {
    return super.acquireLease(key, { ttlMs: Number.MAX_SAFE_INTEGER / 2 })
  }
}

class CountsInSeconds extends ServedStore {
  override acquireLease(key: CredentialKey, { ttlMs }: Ttl) {
    return super.acquireLease(key, { ttlMs: Math.ceil(ttlMs / 1_000) * 1_000 })
  }
}

class ExpiresEarly extends ServedStore {
  override acquireLease(key: CredentialKey, { ttlMs }: Ttl) {
    return super.acquireLease(key, { ttlMs: ttlMs < 10_000 ? Math.min(ttlMs, 300) : ttlMs })
  }
}

class DoesNotRenew extends ChangesLeases {
  protected change(lease: Lease, _key: CredentialKey, ttlMs: number): Partial<Lease> {
    const until = this.server.now + ttlMs
    return { renew: () => lease.renew(until - this.server.now) }
  }
}

class RenewsForever extends ChangesLeases {
  protected change(lease: Lease): Partial<Lease> {
    return { renew: ttlMs => lease.renew(ttlMs * 1_000) }
  }
}

class RenewsTheExpired extends ChangesLeases {
  protected change(lease: Lease, key: CredentialKey): Partial<Lease> {
    let current = lease
    let released = false
    return {
      renew: async ttlMs => {
        if (await current.renew(ttlMs)) return true
        const again = released
          ? undefined
          : await ServedStore.prototype.acquireLease.call(this, key, { ttlMs })
        if (again?.status !== 'acquired') return false
        current = again.lease
        return true
      },
      release: async () => {
        released = true
        await current.release()
      },
    }
  }
}

/** "Whoever took the lease may write" is true only until it expires. */
class TrustsItsHolders extends KnowsTheOwner {
  readonly #held = new Set<string>()

  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    if (attempt.status === 'acquired') this.#held.add(this.nameOf(key))
    return attempt
  }

  override put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    return super.put(key, record, this.#held.has(this.nameOf(key)) ? {} : condition)
  }
}

const fenced = 'expired holders are fenced by the version'

export const brokenLeaseExpiry: readonly BrokenStore[] = [
  { flaw: 'leases for ever', store: NeverExpires, foundBy: [fenced, 'leases that expire'] },
  {
    flaw: 'rounds a lifetime up to seconds',
    store: CountsInSeconds,
    foundBy: [fenced, 'leases that expire'],
  },
  { flaw: 'ends leases early', store: ExpiresEarly, foundBy: ['leases that expire'] },
  { flaw: 'does not lengthen a lease', store: DoesNotRenew, foundBy: ['leases that expire'] },
  { flaw: 'renews for ever', store: RenewsForever, foundBy: ['leases that expire'] },
  { flaw: 'renews what has expired', store: RenewsTheExpired, foundBy: ['leases that expire'] },
  { flaw: 'lets a former holder write over anything', store: TrustsItsHolders, foundBy: [fenced] },
]
