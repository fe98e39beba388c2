import { describe, expect, it } from 'vitest'
import { type CredentialStoreOptions, testCredentialStore } from '../src/index.ts'
import type { BrokenStore } from './broken/broken-store.ts'
import { brokenCapabilities } from './broken/capabilities.ts'
import { brokenConflicts } from './broken/conflicts.ts'
import { brokenInstances } from './broken/instances.ts'
import { brokenKeys } from './broken/keys.ts'
import { brokenLeaseExpiry } from './broken/lease-expiry.ts'
import { brokenLeases } from './broken/leases.ts'
import { brokenListings } from './broken/listing.ts'
import { brokenInOutages } from './broken/outages.ts'
import { brokenPayloads } from './broken/payloads.ts'
import { brokenPrefixes } from './broken/prefixes.ts'
import { brokenRecords } from './broken/records.ts'
import { brokenVersions } from './broken/versions.ts'
import { type CaseResult, CollectingRunner, concernsThatFail } from './collecting-runner.ts'
import { MemoryServer } from './memory-server.ts'
import { ServedStore } from './served-store.ts'

const broken = [
  ...brokenCapabilities,
  ...brokenRecords,
  ...brokenPayloads,
  ...brokenVersions,
  ...brokenConflicts,
  ...brokenKeys,
  ...brokenListings,
  ...brokenPrefixes,
  ...brokenLeases,
  ...brokenLeaseExpiry,
  ...brokenInstances,
  ...brokenInOutages,
]

function runSuite(Store: BrokenStore['store'], options: CredentialStoreOptions = {}): Promise<CaseResult[]> {
  const server = new MemoryServer()
  const { sleep, outage } = server
  const runner = new CollectingRunner()
  testCredentialStore(runner, ({ namespace }) => new Store(server, namespace), {
    sleep,
    outage,
    listingKeys: 300,
    contenders: 10,
    ...options,
  })
  return runner.run()
}

describe('the suite', () => {
  it('passes a good store, two instances and outages included', async () => {
    const results = await runSuite(ServedStore)
    expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    // The only case that does not apply: this store has no limit.
    expect(results.filter(({ outcome }) => outcome === 'skipped').map(({ concern }) => concern)).toEqual([
      'large payloads',
    ])
  })

  it.each(broken)('finds a store that $flaw', async ({ store, foundBy, options }) => {
    const results = await runSuite(store, options)
    expect(concernsThatFail(results)).toEqual([...foundBy].sort())
  })

  it('has for each concern a store that fails it and nothing else', async () => {
    const concerns = new Set((await runSuite(ServedStore)).map(({ concern }) => concern))
    const proven = broken.filter(({ foundBy }) => foundBy.length === 1).flatMap(({ foundBy }) => foundBy)
    expect([...new Set(proven)].sort()).toEqual([...concerns].sort())
  })
})
