import type { CredentialKey, CredentialRecord, Lease, LeaseAttempt, WriteCondition } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

type Ttl = { readonly ttlMs: number }

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

const owners = new WeakMap<object, Map<string, Lease>>()

/** Remembers the lease that is in force, as the storage does. */
abstract class KnowsTheOwner extends ServedStore {
  protected get owners(): Map<string, Lease> {
    const { rows } = this.server.database(this.namespace)
    const known = owners.get(rows) ?? new Map<string, Lease>()
    owners.set(rows, known)
    return known
  }

  protected nameOf(key: CredentialKey): string {
    return JSON.stringify(this.inner(key))
  }
}

class ReleasesForAnybody extends KnowsTheOwner {
  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    if (attempt.status === 'held') return attempt
    const { lease } = attempt
    this.owners.set(this.nameOf(key), lease)
    return {
      status: 'acquired',
      lease: {
        renew: ttlMs => lease.renew(ttlMs),
        release: async () => {
          await lease.release()
          await this.owners.get(this.nameOf(key))?.release()
        },
      },
    }
  }
}

class RenewsForAnybody extends KnowsTheOwner {
  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    if (attempt.status === 'held') return attempt
    const { lease } = attempt
    this.owners.set(this.nameOf(key), lease)
    return {
      status: 'acquired',
      lease: {
        renew: async ttlMs => (await this.owners.get(this.nameOf(key))?.renew(ttlMs)) ?? false,
        release: () => lease.release(),
      },
    }
  }
}

class LetsItsOwnHolderIn extends KnowsTheOwner {
  readonly #mine = new Map<string, LeaseAttempt>()

  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    if (attempt.status === 'acquired') this.#mine.set(this.nameOf(key), attempt)
    const mine = this.#mine.get(this.nameOf(key))
    return mine?.status === 'acquired' && (await mine.lease.renew(options.ttlMs)) ? mine : attempt
  }
}

const deadlines = new WeakMap<object, Map<string, { owner: object; until: number }>>()

/** A look and a write, two commands: whoever looks in between finds it free, too. */
class LooksBeforeItLeases extends ServedStore {
  override async acquireLease(key: CredentialKey, { ttlMs }: Ttl): Promise<LeaseAttempt> {
    this.server.check('acquireLease')
    const { rows } = this.server.database(this.namespace)
    const held = deadlines.get(rows) ?? new Map<string, { owner: object; until: number }>()
    deadlines.set(rows, held)
    const name = JSON.stringify(this.inner(key))
    const owner = {}
    const isMine = () => held.get(name)?.owner === owner && this.server.now < (held.get(name)?.until ?? 0)
    if (this.server.now < (held.get(name)?.until ?? 0)) return { status: 'held' }
    await Promise.resolve()
    held.set(name, { owner, until: this.server.now + ttlMs })
    const renew = async (ttl: number) => {
      this.server.check('renew')
      if (isMine()) held.set(name, { owner, until: this.server.now + ttl })
      return isMine()
    }
    const release = async () => {
      this.server.check('release')
      if (held.get(name)?.owner === owner) held.delete(name)
    }
    return { status: 'acquired', lease: { renew, release } }
  }
}

class LeasesByRow extends KnowsTheOwner {
  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    if (attempt.status === 'acquired') this.owners.set(this.nameOf(key), attempt.lease)
    return attempt
  }

  override async delete(...args: Parameters<ServedStore['delete']>) {
    const deleted = await super.delete(...args)
    if (deleted) await this.owners.get(this.nameOf(args[0]))?.release()
    return deleted
  }
}

class LeasesByMakingARow extends ServedStore {
  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    const there = await super.get(key)
    if (!there) await super.put(key, { payload: '', status: 'active', updatedAt: 0 })
    return attempt
  }
}

class LeasesByWriting extends ServedStore {
  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    const there = await super.get(key)
    if (there) await super.put(key, there.record)
    return attempt
  }
}

class LocksOthersOut extends KnowsTheOwner {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    const version = await super.put(key, record, condition)
    await this.owners.get(this.nameOf(key))?.release()
    return version
  }

  override async acquireLease(key: CredentialKey, options: Ttl): Promise<LeaseAttempt> {
    const attempt = await super.acquireLease(key, options)
    if (attempt.status === 'acquired') this.owners.set(this.nameOf(key), attempt.lease)
    return attempt
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

export const brokenLeases: readonly BrokenStore[] = [
  {
    flaw: 'lets anybody release a lease',
    store: ReleasesForAnybody,
    foundBy: [fenced, 'leases', 'leases that expire'],
  },
  { flaw: 'lets anybody renew a lease', store: RenewsForAnybody, foundBy: ['leases', 'leases that expire'] },
  {
    flaw: 'gives one instance its lease twice',
    store: LetsItsOwnHolderIn,
    foundBy: ['leases', 'leases that expire', 'namespaces', 'odd keys', 'outage'],
  },
  {
    flaw: 'looks whether a lease is free, and then takes it',
    store: LooksBeforeItLeases,
    foundBy: ['leases', 'leases that expire'],
  },
  { flaw: 'loses the lease with the row', store: LeasesByRow, foundBy: ['leases'] },
  { flaw: 'makes a row for a lease', store: LeasesByMakingARow, foundBy: ['leases'] },
  { flaw: 'writes the row to lease it', store: LeasesByWriting, foundBy: [fenced, 'leases'] },
  { flaw: 'ends the lease with a write', store: LocksOthersOut, foundBy: [fenced, 'leases'] },
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
