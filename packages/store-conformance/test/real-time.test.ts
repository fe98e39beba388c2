import { describe, expect, it } from 'vitest'
import { testCredentialStore, testOneTimeStore } from '../src/index.ts'
import type { BrokenStore } from './broken/broken-store.ts'
import { brokenLeaseExpiry } from './broken/lease-expiry.ts'
import { CollectingRunner } from './collecting-runner.ts'
import { MemoryServer } from './memory-server.ts'
import { ServedOneTimeStore, ServedStore } from './served-store.ts'

/** The cases that wait, with a clock that nobody can move, and the namespaces of those that have begun. */
function waitingCases(Store: BrokenStore['store'] = ServedStore) {
  const server = new MemoryServer(Date.now)
  const runner = new CollectingRunner()
  const begun = new Set<string>()
  const begin = (namespace: string) => begun.add(namespace) && namespace
  testCredentialStore(runner, ({ namespace }) => new Store(server, begin(namespace)))
  testOneTimeStore(runner, ({ namespace }) => new ServedOneTimeStore(server, begin(namespace)))
  runner.keep(concern => /that expire/.test(concern))
  return { runner, begun }
}

describe('cases that wait in real time', () => {
  it('wait together: all of a concern begin with its first, none of another', async () => {
    const { runner, begun } = waitingCases()
    const [first] = runner.cases
    await first?.body?.()
    expect(begun.size).toBe(runner.cases.filter(({ concern }) => concern === first?.concern).length)
    expect(begun.size).toBeLessThan(runner.cases.length)
  })

  it('pass on a good store', async () => {
    const results = await waitingCases().runner.run()
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(10).fill('passed'))
  })

  it('find a store that renews what has expired, in the case that is about it', async () => {
    const flawed = brokenLeaseExpiry.find(({ flaw }) => flaw === 'renews what has expired')
    const results = await waitingCases(flawed?.store).runner.run()
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual([
      'can be taken by another, and renew says that they are lost',
    ])
  })
})
