import { AsanaUserCredentials, VersionConflictError } from '@x/asana-auth-core'
import { describe, expect, it } from 'vitest'
import { copyCredential, decideCopy } from '../src/migrate/copy-credential.ts'
import type { KeptCredential, SealedStore } from '../src/stores/sealed-store.ts'

const kept = (accessToken: string, updatedAt: number): KeptCredential => ({
  credentials: new AsanaUserCredentials({ accessToken, tokenType: 'Bearer', raw: {} }),
  status: 'active',
  updatedAt,
})

describe('what to do with a credential of the target', () => {
  it.each([
    ['copied', kept('a', 1), undefined],
    ['same', kept('a', 1), kept('a', 9)],
    ['updated', kept('a', 2), kept('b', 1)],
    ['kept', kept('a', 1), kept('b', 2)],
    ['kept', kept('a', 1), kept('b', 1)],
    ['updated', kept('a', 2), { ...kept('a', 1), status: 'reauthorization_required' as const }],
  ])('%s', (outcome, source, target) => {
    expect(decideCopy(source, target)).toBe(outcome)
  })
})

it('looks again when the target changed between looking and writing', async () => {
  const key = { provider: 'asana', subject: 'ada' }
  let theirs: KeptCredential | undefined
  const source = { read: async () => ({ ...kept('old', 1), version: 's' }) }
  const target = {
    read: async () => theirs && { ...theirs, version: 't' },
    write: async () => {
      // An application refreshes at this very moment.
      theirs = kept('newer', 2)
      throw new VersionConflictError({ store: 'target', operation: 'put', key })
    },
  }
  const route = { source, target, dryRun: false } as unknown as {
    source: SealedStore
    target: SealedStore
    dryRun: boolean
  }
  expect(await copyCredential(route, key)).toBe('kept')
  expect(theirs?.credentials.accessToken).toBe('newer')
})
