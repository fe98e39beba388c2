import { withDeadline } from '../deadline.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { noAnswer } from '../errors/store-errors.ts'
import { Trace } from '../events/trace.ts'
import { type StoreTrace, traceNames } from '../events/trace-messages.ts'
import type {
  CredentialKey,
  CredentialPage,
  CredentialRecord,
  CredentialStore,
  LeaseAttempt,
  ListOptions,
  StoreCapabilities,
  StoredCredential,
  Version,
  WriteCondition,
} from './credential-store.ts'
import { storeError } from './store-error.ts'

const calls = /* @__PURE__ */ new Trace<StoreTrace>(traceNames.store)

/**
 * Any store, with a deadline on every call and only typed errors coming out. A driver that queues
 * commands while it is disconnected would otherwise let every caller hang.
 */
export class GuardedStore {
  readonly #store: CredentialStore
  readonly #timeoutMs: number

  constructor(store: CredentialStore, timeoutMs: number) {
    this.#store = store
    this.#timeoutMs = timeoutMs
  }

  get name(): string {
    return this.#store.name
  }

  get namespace(): string {
    return this.#store.namespace
  }

  get capabilities(): StoreCapabilities {
    return this.#store.capabilities
  }

  get(key: CredentialKey): Promise<StoredCredential | undefined> {
    return this.#call('get', key, () => this.#store.get(key))
  }

  put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition): Promise<Version> {
    if (condition?.ifVersion !== undefined) this.#need('cas', 'A conditional write')
    return this.#call('put', key, () => this.#store.put(key, record, condition))
  }

  delete(key: CredentialKey, condition?: { readonly ifVersion: Version }): Promise<boolean> {
    if (condition) this.#need('cas', 'A conditional delete')
    return this.#call('delete', key, () => this.#store.delete(key, condition))
  }

  list(options: ListOptions): Promise<CredentialPage> {
    this.#need('list', 'Listing')
    return this.#call('list', undefined, () => this.#store.list(options))
  }

  async acquireLease(key: CredentialKey, ttlMs: number): Promise<LeaseAttempt> {
    this.#need('lease', 'A refresh')
    const asked = () => this.#store.acquireLease(key, { ttlMs })
    const attempt = await this.#call('acquireLease', key, asked, late => {
      // Nobody knows of it any more, and it would keep everybody from refreshing until it ends.
      const release = async () => late.status === 'acquired' && late.lease.release()
      // If that fails too, the lease ends by itself.
      release().catch(() => {})
    })
    if (attempt.status === 'held') return attempt
    const { lease } = attempt
    return {
      status: 'acquired',
      lease: {
        renew: ttl => this.#call('renewLease', key, () => lease.renew(ttl)),
        release: () => this.#call('releaseLease', key, () => lease.release()),
      },
    }
  }

  #need(capability: keyof StoreCapabilities, what: string): void {
    if (this.#store.capabilities[capability]) return
    throw new ConfigurationError(
      'store_capability_missing',
      `${what} needs a store with the capability "${capability}", which the ${this.name} store does not have. Use another store.`,
    )
  }

  #call<T>(
    operation: string,
    key: CredentialKey | undefined,
    run: () => Promise<T>,
    onLate?: (value: T) => void,
  ): Promise<T> {
    if (!calls.watched) return this.#guard(operation, key, run, onLate)
    const message: StoreTrace = { store: this.name, operation, ...(key && { key }) }
    return calls.run(message, () => this.#guard(operation, key, run, onLate))
  }

  #guard<T>(
    operation: string,
    key: CredentialKey | undefined,
    run: () => Promise<T>,
    onLate: ((value: T) => void) | undefined,
  ): Promise<T> {
    const timeoutMs = this.#timeoutMs
    const context = () => ({ store: this.name, operation, key })
    return withDeadline(run, {
      timeoutMs,
      late: () => noAnswer(context(), timeoutMs),
      failed: error => storeError(error, context()),
      ...(onLate && { onLate }),
    })
  }
}
