import {
  ConfigurationError,
  type CredentialKey,
  type CredentialRecord,
  type WriteCondition,
} from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

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

export const brokenPayloads: readonly BrokenStore[] = [
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
