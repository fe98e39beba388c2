import {
  ConfigurationError,
  type CredentialKey,
  type CredentialRecord,
  type StoredCredential,
  type WriteCondition,
} from '@x/asana-auth-core'
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

class CutsPayloads extends ServedStore {
  override put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    return super.put(key, { ...record, payload: record.payload.slice(0, 32_767) }, condition)
  }
}

class CountsCharactersNotBytes extends ServedStore {
  override put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    return super.put(key, { ...record, payload: fromLatin1(toLatin1(record.payload)) }, condition)
  }
}

class DeletesBeforeItRefuses extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    if (record.payload.length <= 100_000) return super.put(key, record, condition)
    await super.delete(key)
    throw new ConfigurationError('invalid_option', `served store: the payload of ${key.subject} is too large`)
  }
}

class RefusesWithoutACode extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    if (record.payload.length <= 100_000) return super.put(key, record, condition)
    throw new Error(`served store: the payload of ${key.subject} is too large`)
  }
}

class RefusesWithThePayload extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    if (record.payload.length <= 100_000) return super.put(key, record, condition)
    throw new ConfigurationError(
      'invalid_option',
      `served store: ${key.subject}: too large: ${record.payload}`,
    )
  }
}

function toLatin1(text: string): number[] {
  return [...text].map(character => (character.codePointAt(0) ?? 0) & 0xff)
}

function fromLatin1(bytes: readonly number[]): string {
  return bytes.map(byte => String.fromCharCode(byte)).join('')
}

const limited = { maxPayloadBytes: 100_000 }

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
  { flaw: 'cuts payloads off at 32 kB', store: CutsPayloads, foundBy: ['large payloads'] },
  {
    flaw: 'stores payloads as Latin-1',
    store: CountsCharactersNotBytes,
    foundBy: ['large payloads', 'odd keys'],
  },
  {
    flaw: 'deletes before it refuses a large payload',
    store: DeletesBeforeItRefuses,
    foundBy: ['large payloads'],
    options: limited,
  },
  {
    flaw: 'takes a payload over its limit',
    store: ServedStore,
    foundBy: ['large payloads'],
    options: limited,
  },
  {
    flaw: 'refuses a large payload without a code',
    store: RefusesWithoutACode,
    foundBy: ['large payloads'],
    options: limited,
  },
  {
    flaw: 'refuses a large payload by printing it',
    store: RefusesWithThePayload,
    foundBy: ['large payloads'],
    options: limited,
  },
]
