import { describe, expect, it } from 'vitest'
import { testCredentialStore, testOneTimeStore } from '../src/index.ts'
import type { BrokenStore } from './broken/broken-store.ts'
import { brokenLeaseExpiry } from './broken/lease-expiry.ts'
import { CollectingRunner } from './collecting-runner.ts'
import { MemoryServer } from './memory-server.ts'
import { ServedOneTimeStore, ServedStore } from './served-store.ts'

const options = { minTtlMs: 50, listingKeys: 10 }

async function runExpiry(Store: BrokenStore['store']) {
  const server = new MemoryServer(Date.now)
  const runner = new CollectingRunner()
  testCredentialStore(runner, ({ namespace }) => new Store(server, namespace), options)
  testOneTimeStore(runner, ({ namespace }) => new ServedOneTimeStore(server, namespace), options)
  runner.keep(concern => /expire/.test(concern))
  const start = performance.now()
  return { results: await runner.run(), tookMs: performance.now() - start }
}

describe('cases that wait in real time', () => {
  it('wait together, each concern for its longest', async () => {
    const { results, tookMs } = await runExpiry(ServedStore)
    expect(results.map(({ outcome }) => outcome)).toEqual(results.map(() => 'passed'))
    // 6 times the shortest lifetime, 1.5 and 2 times; one after the other it would be 26.5 times.
    expect(tookMs).toBeGreaterThan(9.5 * options.minTtlMs)
    expect(tookMs).toBeLessThan(20 * options.minTtlMs)
  })

  it('still find a store that renews what has expired, in the case that is about it', async () => {
    const flawed = brokenLeaseExpiry.find(({ flaw }) => flaw === 'renews what has expired')
    const { results } = await runExpiry(flawed?.store ?? ServedStore)
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual([
      'can be taken by another, and renew says that they are lost',
    ])
  })
})
