import type { CredentialKey, CredentialRecord, StoredCredential, WriteCondition } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

class MergesRecords extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    const before = await super.get(key)
    return super.put(key, { ...before?.record, ...record }, condition)
  }
}

class ForgetsStatus extends ServedStore {
  override put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    return super.put(key, { ...record, status: 'active' }, condition)
  }
}

class SharesItsRecords extends ServedStore {
  readonly #written = new Map<string, CredentialRecord>()

  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    const version = await super.put(key, record, condition)
    this.#written.set(version, record)
    return version
  }

  override async get(key: CredentialKey): Promise<StoredCredential | undefined> {
    const stored = await super.get(key)
    return stored && { ...stored, record: this.#written.get(stored.version) ?? stored.record }
  }
}

class TakesEmptyForMissing extends ServedStore {
  override async get(key: CredentialKey) {
    const stored = await super.get(key)
    return stored?.record.payload ? stored : undefined
  }
}

class MakesAbsentNull extends ServedStore {
  override async get(key: CredentialKey) {
    const stored = await super.get(key)
    return (
      stored && { ...stored, record: { expiresAt: null, ...stored.record } as unknown as CredentialRecord }
    )
  }
}

class TakesZeroForAbsent extends ServedStore {
  override put(key: CredentialKey, { expiresAt, ...record }: CredentialRecord, condition?: WriteCondition) {
    return super.put(key, expiresAt ? { ...record, expiresAt } : record, condition)
  }
}

class DropsExpiredRows extends ServedStore {
  override async get(key: CredentialKey) {
    const stored = await super.get(key)
    return (stored?.record.expiresAt ?? Infinity) < 1_000_000 && stored?.record.expiresAt ? undefined : stored
  }
}

class ReadsMissingAsEmpty extends ServedStore {
  override async get(key: CredentialKey) {
    return (await super.get(key)) ?? ({ record: {}, version: '' } as unknown as StoredCredential)
  }
}

export const brokenRecords: readonly BrokenStore[] = [
  { flaw: 'merges a record into the old one', store: MergesRecords, foundBy: ['get, put, delete'] },
  { flaw: 'forgets the status', store: ForgetsStatus, foundBy: ['get, put, delete'] },
  { flaw: 'returns its records by reference', store: SharesItsRecords, foundBy: ['get, put, delete'] },
  {
    flaw: 'takes an empty payload for a missing row',
    store: TakesEmptyForMissing,
    foundBy: ['null and empty'],
  },
  {
    flaw: 'makes an absent expiresAt null',
    store: MakesAbsentNull,
    foundBy: ['get, put, delete', 'null and empty'],
  },
  {
    flaw: 'takes an expiresAt of 0 for absent',
    store: TakesZeroForAbsent,
    foundBy: ['null and empty'],
  },
  { flaw: 'drops rows whose access token expired', store: DropsExpiredRows, foundBy: ['null and empty'] },
  {
    flaw: 'reads a missing row as an empty record',
    store: ReadsMissingAsEmpty,
    foundBy: [
      'conditional delete',
      'get, put, delete',
      'leases',
      'namespaces',
      'null and empty',
      'odd keys',
      'two instances on one backend',
      'versions and conflicts',
    ],
  },
]
