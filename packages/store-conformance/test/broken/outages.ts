import {
  type CredentialKey,
  type CredentialPage,
  type ListOptions,
  type StoredCredential,
  StoreUnavailableError,
} from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

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

const outage = ['outage']

const quick = { outageTimeoutMs: 100 }

export const brokenInOutages: readonly BrokenStore[] = [
  { flaw: 'takes an outage for a missing user', store: ReadsNothing, foundBy: outage },
  { flaw: 'takes an outage for an empty listing', store: ListsNothing, foundBy: outage },
  { flaw: 'takes an outage for a lease that is held', store: CallsItHeld, foundBy: outage },
  { flaw: 'takes an outage for nothing to delete', store: CallsItDeleted, foundBy: outage },
  { flaw: 'takes an outage for a lost lease', store: CallsLeasesLost, foundBy: outage },
  { flaw: "passes its driver's errors on", store: PassesDriverErrorsOn, foundBy: outage },
  { flaw: 'waits until the server is back', store: WaitsForTheServer, foundBy: outage, options: quick },
  { flaw: 'does not recover', store: NeverRecovers, foundBy: outage, options: quick },
  { flaw: 'forgets over an outage what the server keeps', store: ForgetsOverAnOutage, foundBy: outage },
]
