import type { CredentialKey, CredentialRecord, Version, WriteCondition } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

class ForgetsConditions extends ServedStore {
  override put(key: CredentialKey, record: CredentialRecord) {
    return super.put(key, record)
  }
}

class TakesNullForAbsent extends ServedStore {
  override put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    return super.put(key, record, condition?.ifVersion === null ? {} : condition)
  }
}

class MakesMissingRows extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    const there = await super.get(key)
    return super.put(key, record, there ? condition : {})
  }
}

/** The version is what the record says, so the same record has the same version. */
class HashesRecords extends ServedStore {
  override async get(key: CredentialKey) {
    const stored = await super.get(key)
    return stored && { ...stored, version: hash(stored.record) }
  }

  override async put(key: CredentialKey, record: CredentialRecord, condition: WriteCondition = {}) {
    const { ifVersion } = condition
    const inner = ifVersion ? { ifVersion: await this.#innerVersion(key, ifVersion) } : condition
    await super.put(key, record, inner)
    return hash(record)
  }

  override async delete(key: CredentialKey, condition: { ifVersion?: Version } = {}) {
    const { ifVersion } = condition
    return super.delete(key, ifVersion ? { ifVersion: await this.#innerVersion(key, ifVersion) } : {})
  }

  async #innerVersion(key: CredentialKey, version: Version): Promise<Version> {
    const stored = await super.get(key)
    return stored && hash(stored.record) === version ? stored.version : 'none'
  }
}

function hash(record: CredentialRecord): Version {
  return JSON.stringify(record)
}

/** A counter in the row begins anew when the row does. */
class CountsWithinTheRow extends ServedStore {
  override async get(key: CredentialKey) {
    const stored = await super.get(key)
    const found = stored && [...this.#counts(key)].find(([, version]) => version === stored.version)
    return stored && { ...stored, version: found?.[0] ?? stored.version }
  }

  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    const version = await super.put(key, record, this.#translate(key, condition))
    const counts = this.#counts(key)
    counts.set(`v${counts.size}`, version)
    return `v${counts.size - 1}`
  }

  override async delete(key: CredentialKey, condition?: { ifVersion?: Version }) {
    const deleted = await super.delete(key, this.#translate(key, condition))
    if (deleted) this.#counts(key).clear()
    return deleted
  }

  #counts(key: CredentialKey): Map<Version, Version> {
    const { rows } = this.server.database(this.namespace)
    const ofRows = countsOf.get(rows) ?? new Map<string, Map<Version, Version>>()
    const name = JSON.stringify(this.inner(key))
    const counts = ofRows.get(name) ?? new Map<Version, Version>()
    countsOf.set(rows, ofRows.set(name, counts))
    return counts
  }

  #translate<T extends WriteCondition>(key: CredentialKey, condition: T | undefined): T | undefined {
    const { ifVersion } = condition ?? {}
    return ifVersion ? ({ ifVersion: this.#counts(key).get(ifVersion) ?? 'none' } as T) : condition
  }
}

const countsOf = new WeakMap<object, Map<string, Map<Version, Version>>>()

export const brokenVersions: readonly BrokenStore[] = [
  {
    flaw: 'forgets ifVersion',
    store: ForgetsConditions,
    foundBy: [
      'concurrent writers',
      'conditional delete',
      'expired holders are fenced by the version',
      'versions and conflicts',
    ],
  },
  {
    flaw: 'takes ifVersion null for absent',
    store: TakesNullForAbsent,
    foundBy: ['concurrent writers', 'versions and conflicts'],
  },
  {
    flaw: 'makes a missing row whatever the condition',
    store: MakesMissingRows,
    foundBy: ['concurrent writers', 'conditional delete', 'versions and conflicts'],
  },
  {
    flaw: 'gives the same record the same version',
    store: HashesRecords,
    foundBy: ['versions and conflicts'],
  },
  {
    flaw: 'gives a row that was deleted its old versions',
    store: CountsWithinTheRow,
    foundBy: ['versions and conflicts'],
  },
]
