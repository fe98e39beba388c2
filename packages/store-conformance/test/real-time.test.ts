import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { testCredentialStore, testOneTimeStore } from '../src/index.ts'
import type { BrokenOneTimeStore, BrokenStore } from './broken/broken-store.ts'
import { brokenLeaseExpiry } from './broken/lease-expiry.ts'
import { CollectingRunner } from './collecting-runner.ts'
import { MemoryServer } from './memory-server.ts'
import { ServedOneTimeStore, ServedStore } from './served-store.ts'

interface Waiting {
  readonly Store?: BrokenStore['store']
  readonly OneTimeStore?: BrokenOneTimeStore['store']
  readonly minTtlMs?: number
}

/** The cases that wait, with a clock that nobody can move, and the namespaces of those that have begun. */
function waitingCases({ Store = ServedStore, OneTimeStore = ServedOneTimeStore, ...options }: Waiting = {}) {
  const server = new MemoryServer(Date.now)
  const runner = new CollectingRunner()
  const begun = new Set<string>()
  const begin = (namespace: string) => begun.add(namespace) && namespace
  testCredentialStore(runner, ({ namespace }) => new Store(server, begin(namespace)), options)
  testOneTimeStore(runner, ({ namespace }) => new OneTimeStore(server, begin(namespace)), options)
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

  it('pass on a good store when the machine is busy for longer than the first lifetimes', async () => {
    const minTtlMs = 20
    const { runner } = waitingCases({
      minTtlMs,
      Store: class extends ServedStore {
        readonly #stall = stallOnce(minTtlMs * 30)

        override async acquireLease(...args: Parameters<ServedStore['acquireLease']>) {
          const attempt = await super.acquireLease(...args)
          await this.#stall()
          return attempt
        }
      },
      OneTimeStore: class extends ServedOneTimeStore {
        readonly #stall = stallOnce(minTtlMs * 30)

        override async put(...args: Parameters<ServedOneTimeStore['put']>) {
          await super.put(...args)
          await this.#stall()
        }
      },
    })
    const results = await runner.run()
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(10).fill('passed'))
  })

  it('find a store that renews what has expired, in the case that is about it', async () => {
    const flawed = brokenLeaseExpiry.find(({ flaw }) => flaw === 'renews what has expired')
    const results = await waitingCases({ Store: flawed?.store ?? ServedStore }).runner.run()
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual([
      'can be taken by another, and renew says that they are lost',
    ])
  })
})

function stallOnce(ms: number): () => Promise<void> {
  let stalled = false
  return async () => {
    if (stalled) return
    stalled = true
    await delay(ms)
  }
}
