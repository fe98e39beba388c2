import type { CredentialKey, CredentialPage, ListOptions, StoredCredential } from '@x/asana-auth-core'
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

export const brokenInstances: readonly BrokenStore[] = [
  {
    flaw: 'reads what it read before, not what others wrote',
    store: CachesItsRows,
    foundBy: ['two instances on one backend'],
  },
  { flaw: 'knows only its own cursors', store: KeepsItsCursors, foundBy: ['two instances on one backend'] },
  { flaw: 'closes what it was lent', store: ClosesForAll, foundBy: ['two instances on one backend'] },
  { flaw: 'cannot be closed twice', store: ClosesOnce, foundBy: ['two instances on one backend'] },
]
