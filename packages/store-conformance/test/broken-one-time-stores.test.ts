import { describe, expect, it } from 'vitest'
import { type SuiteOptions, testOneTimeStore } from '../src/index.ts'
import type { BrokenOneTimeStore } from './broken/broken-store.ts'
import { brokenPuts } from './broken/one-time-puts.ts'
import { brokenTakes } from './broken/one-time-takes.ts'
import { type CaseResult, CollectingRunner, concernsThatFail } from './collecting-runner.ts'
import { MemoryServer } from './memory-server.ts'
import { ServedOneTimeStore } from './served-store.ts'

const broken = [...brokenTakes, ...brokenPuts]

function runSuite(Store: BrokenOneTimeStore['store'], options: SuiteOptions = {}): Promise<CaseResult[]> {
  const server = new MemoryServer()
  const { sleep, outage } = server
  const runner = new CollectingRunner()
  testOneTimeStore(runner, ({ namespace }) => new Store(server, namespace), { sleep, outage, ...options })
  return runner.run()
}

describe('the suite of one-time stores', () => {
  it('passes a good store, two instances and outages included', async () => {
    const results = await runSuite(ServedOneTimeStore)
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  })

  it.each(broken)('finds a store that $flaw', async ({ store, foundBy, options }) => {
    expect(concernsThatFail(await runSuite(store, options))).toEqual([...foundBy].sort())
  })

  it('has for each concern a store that fails it', async () => {
    const concerns = new Set((await runSuite(ServedOneTimeStore)).map(({ concern }) => concern))
    expect([...new Set(broken.flatMap(({ foundBy }) => foundBy))].sort()).toEqual([...concerns].sort())
  })
})
