import {
  type CredentialKey,
  type CredentialRecord,
  type Version,
  VersionConflictError,
  type WriteCondition,
} from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

class WritesAndThenComplains extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    try {
      return await super.put(key, record, condition)
    } catch (error) {
      await super.put(key, record)
      throw error
    }
  }
}

class TellsThePayload extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    return super.put(key, record, condition).catch(error => {
      throw Object.assign(error, { record })
    })
  }
}

class DoesNotSayWhich extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    return super.put(key, record, condition).catch(error => {
      if (!(error instanceof VersionConflictError)) throw error
      throw new VersionConflictError({ store: this.name, operation: 'put' })
    })
  }
}

class ComparesAndThenSets extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition: WriteCondition = {}) {
    const stored = await this.get(key)
    const { ifVersion } = condition
    if (ifVersion !== undefined && ifVersion !== (stored?.version ?? null)) {
      throw new VersionConflictError({ store: this.name, operation: 'put', key })
    }
    return super.put(key, record)
  }
}

class ReadsItsVersionBack extends ServedStore {
  override async put(key: CredentialKey, record: CredentialRecord, condition?: WriteCondition) {
    const version = await super.put(key, record, condition)
    return (await this.get(key))?.version ?? version
  }
}

class DeletesAnyVersion extends ServedStore {
  override delete(key: CredentialKey) {
    return super.delete(key)
  }
}

class ComplainsOfMissingRows extends ServedStore {
  override async delete(key: CredentialKey, condition?: { ifVersion?: Version }) {
    const deleted = await super.delete(key, condition)
    if (deleted || condition?.ifVersion === undefined) return deleted
    throw new VersionConflictError({ store: this.name, operation: 'delete', key })
  }
}

class ReadsBeforeItDeletes extends ServedStore {
  override async delete(key: CredentialKey, condition?: { ifVersion?: Version }) {
    const there = (await this.get(key)) !== undefined
    await super.delete(key, condition)
    return there
  }
}

export const brokenConflicts: readonly BrokenStore[] = [
  {
    flaw: 'writes, and then reports a conflict',
    store: WritesAndThenComplains,
    foundBy: [
      'concurrent writers',
      'conditional delete',
      'expired holders are fenced by the version',
      'versions and conflicts',
    ],
  },
  { flaw: 'tells the payload in a conflict', store: TellsThePayload, foundBy: ['versions and conflicts'] },
  {
    flaw: 'does not say whose row is in conflict',
    store: DoesNotSayWhich,
    foundBy: ['versions and conflicts'],
  },
  {
    flaw: 'compares, and then sets',
    store: ComparesAndThenSets,
    foundBy: ['concurrent writers', 'conditional delete'],
  },
  {
    flaw: 'returns the version that it reads after its write',
    store: ReadsItsVersionBack,
    foundBy: ['concurrent writers'],
  },
  { flaw: 'deletes whatever the condition', store: DeletesAnyVersion, foundBy: ['conditional delete'] },
  {
    flaw: 'calls a missing row a conflict when deleting',
    store: ComplainsOfMissingRows,
    foundBy: ['conditional delete'],
  },
  {
    flaw: 'tells two that they deleted one row',
    store: ReadsBeforeItDeletes,
    foundBy: ['conditional delete'],
  },
]
