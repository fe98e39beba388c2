import {
  type CredentialKey,
  type CredentialPage,
  type ListOptions,
  type StoredCredential,
  StoreUnavailableError,
} from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

/** A cache in front of the storage: right as long as there is one process. */
class CachesItsRows extends ServedStore {
  readonly #rows = new Map<string, StoredCredential>()

  override async get(key: CredentialKey) {
    const stored = this.#rows.get(this.#id(key)) ?? (await super.get(key))
    if (stored) this.#rows.set(this.#id(key), stored)
    return stored
  }

  override async put(...args: Parameters<ServedStore['put']>) {
    this.#rows.delete(this.#id(args[0]))
    return super.put(...args)
  }

  override async delete(...args: Parameters<ServedStore['delete']>) {
    this.#rows.delete(this.#id(args[0]))
    return super.delete(...args)
  }

  #id(key: CredentialKey): string {
    return JSON.stringify(this.inner(key))
  }
}

class KeepsItsCursors extends ServedStore {
  readonly #cursors = new Map<string, string>()

  override async list({ cursor: given, ...options }: ListOptions): Promise<CredentialPage> {
    const inner = given === undefined ? undefined : this.#cursors.get(given)
    if (given !== undefined && inner === undefined) return { keys: [] }
    const { keys, cursor } = await super.list({ ...options, ...(inner !== undefined && { cursor: inner }) })
    if (cursor === undefined) return { keys }
    const own = `cursor-${this.#cursors.size}`
    this.#cursors.set(own, cursor)
    return { keys, cursor: own }
  }
}

const closed = new WeakSet<object>()

class ClosesForAll extends ServedStore {
  override get(key: CredentialKey) {
    if (closed.has(this.rows)) throw new Error('The client is closed')
    return super.get(key)
  }

  override async close() {
    closed.add(this.rows)
  }
}

class ClosesOnce extends ServedStore {
  #closed = false

  override async close() {
    if (this.#closed) throw new Error('Called end on pool more than once')
    this.#closed = true
  }
}

/** Answers in its own way while the server is down. */
abstract class HasAnAnswer extends ServedStore {
  protected async orElse<T>(call: () => Promise<T>, otherwise: () => T | Promise<T>): Promise<T> {
    return this.server.down ? otherwise() : call()
  }
}

class ReadsNothing extends HasAnAnswer {
  override get(key: CredentialKey) {
    return this.orElse<StoredCredential | undefined>(
      () => super.get(key),
      () => undefined,
    )
  }
}

class ListsNothing extends HasAnAnswer {
  override list(options: ListOptions) {
    return this.orElse<CredentialPage>(
      () => super.list(options),
      () => ({ keys: [] }),
    )
  }
}

class CallsItHeld extends HasAnAnswer {
  override acquireLease(key: CredentialKey, options: { readonly ttlMs: number }) {
    return this.orElse(
      () => super.acquireLease(key, options),
      () => ({ status: 'held' as const }),
    )
  }
}

class CallsItDeleted extends HasAnAnswer {
  override delete(...args: Parameters<ServedStore['delete']>) {
    return this.orElse(
      () => super.delete(...args),
      () => false,
    )
  }
}

class CallsLeasesLost extends ServedStore {
  override async acquireLease(key: CredentialKey, options: { readonly ttlMs: number }) {
    const attempt = await super.acquireLease(key, options)
    if (attempt.status === 'held') return attempt
    const { lease } = attempt
    const renew = async (ttlMs: number) => !this.server.down && lease.renew(ttlMs)
    return { status: 'acquired' as const, lease: { renew, release: () => lease.release() } }
  }
}

class PassesDriverErrorsOn extends HasAnAnswer {
  override get(key: CredentialKey) {
    return this.orElse<StoredCredential | undefined>(
      () => super.get(key),
      () => {
        throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:6379'), { code: 'ECONNREFUSED' })
      },
    )
  }
}

class WaitsForTheServer extends HasAnAnswer {
  override get(key: CredentialKey) {
    return this.orElse<StoredCredential | undefined>(
      () => super.get(key),
      () => new Promise(() => {}),
    )
  }
}

class NeverRecovers extends ServedStore {
  #broken = false

  override async get(key: CredentialKey) {
    this.#broken ||= this.server.down
    if (this.#broken)
      throw new StoreUnavailableError({ store: this.name, operation: 'get', key }, 'no connection.')
    return super.get(key)
  }
}

class ForgetsOverAnOutage extends ServedStore {
  #hadOutage = false

  override async get(key: CredentialKey) {
    this.#hadOutage ||= this.server.down
    const stored = await super.get(key)
    return this.#hadOutage && key.subject === 'user-1' ? undefined : stored
  }
}

class ClaimsLess extends ServedStore {
  override readonly capabilities = { cas: true, lease: true, list: false }
}

const outage = ['outage']
const quick = { outageTimeoutMs: 100 }

export const brokenInstancesAndOutages: readonly BrokenStore[] = [
  {
    flaw: 'reads what it read before, not what others wrote',
    store: CachesItsRows,
    foundBy: ['two instances on one backend'],
  },
  { flaw: 'knows only its own cursors', store: KeepsItsCursors, foundBy: ['two instances on one backend'] },
  { flaw: 'closes what it was lent', store: ClosesForAll, foundBy: ['two instances on one backend'] },
  { flaw: 'cannot be closed twice', store: ClosesOnce, foundBy: ['two instances on one backend'] },
  { flaw: 'takes an outage for a missing user', store: ReadsNothing, foundBy: outage },
  { flaw: 'takes an outage for an empty listing', store: ListsNothing, foundBy: outage },
  { flaw: 'takes an outage for a lease that is held', store: CallsItHeld, foundBy: outage },
  { flaw: 'takes an outage for nothing to delete', store: CallsItDeleted, foundBy: outage },
  { flaw: 'takes an outage for a lost lease', store: CallsLeasesLost, foundBy: outage },
  { flaw: "passes its driver's errors on", store: PassesDriverErrorsOn, foundBy: outage },
  { flaw: 'waits until the server is back', store: WaitsForTheServer, foundBy: outage, options: quick },
  { flaw: 'does not recover', store: NeverRecovers, foundBy: outage, options: quick },
  { flaw: 'forgets over an outage what the server keeps', store: ForgetsOverAnOutage, foundBy: outage },
  { flaw: 'claims another capability than the options say', store: ClaimsLess, foundBy: ['capabilities'] },
  {
    flaw: 'lists nothing where it says that it cannot list',
    store: class extends ClaimsLess {
      override async list() {
        return { keys: [] }
      }
    },
    foundBy: ['capabilities'],
    options: { capabilities: { list: false } },
  },
  {
    flaw: 'leases where it says that it cannot',
    store: class extends ServedStore {
      override readonly capabilities = { cas: true, lease: false, list: true }
    },
    foundBy: ['capabilities'],
    options: { capabilities: { lease: false } },
  },
  {
    flaw: 'ignores conditions where it says that it has none',
    store: class extends ServedStore {
      override readonly capabilities = { cas: false, lease: true, list: true }
      override put(...[key, record]: Parameters<ServedStore['put']>) {
        return super.put(key, record)
      }
    },
    foundBy: ['capabilities'],
    options: { capabilities: { cas: false } },
  },
]
