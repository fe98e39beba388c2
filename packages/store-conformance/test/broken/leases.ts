import type { CredentialKey, CredentialRecord, LeaseAttempt, WriteCondition } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'
import { KnowsTheOwner, type Ttl } from './lease-owner.ts'

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
]
