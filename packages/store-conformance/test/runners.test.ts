import type * as nodeTest from 'node:test'
import type * as vitest from 'vitest'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { type TestRunner, testCredentialStore } from '../src/index.ts'
import { CollectingRunner } from './collecting-runner.ts'
import { MemoryServer } from './memory-server.ts'
import { ServedStore } from './served-store.ts'

describe('a runner', () => {
  it('is what vitest and node:test export', () => {
    expectTypeOf<Pick<typeof vitest, 'describe' | 'it'>>().toExtend<TestRunner>()
    expectTypeOf<Pick<typeof vitest, 'describe' | 'test'>>().toExtend<TestRunner>()
    expectTypeOf<Pick<typeof nodeTest, 'describe' | 'it'>>().toExtend<TestRunner>()
    expectTypeOf<Pick<typeof nodeTest, 'describe' | 'test'>>().toExtend<TestRunner>()
    expectTypeOf<typeof nodeTest>().toExtend<TestRunner>()
  })

  it('may have test in the place of it', () => {
    const runner = new CollectingRunner()
    testCredentialStore(
      { describe: (name, body) => runner.describe(name, body), test: runner.it },
      ({ namespace }) => new ServedStore(new MemoryServer(), namespace),
    )
    expect(runner.cases.length).toBeGreaterThan(100)
  })

  it('must have one of them', () => {
    const define = () =>
      testCredentialStore({ describe: (_, body) => body() }, ({ namespace }) => {
        return new ServedStore(new MemoryServer(), namespace)
      })
    expect(define).toThrow('The suite needs `it` or `test`')
  })
})

describe('a case that does not apply', () => {
  it('is skipped only by an option, and its name says which', () => {
    const runner = new CollectingRunner()
    testCredentialStore(runner, ({ namespace }) => new ServedStore(new MemoryServer(), namespace), {
      shared: false,
      capabilities: { list: false },
    })
    const skipped = runner.cases.filter(({ body }) => !body)
    const reasons = new Set(skipped.map(({ name }) => /\[skipped: (.*)\]$/.exec(name)?.[1]))
    expect([...reasons].sort()).toEqual([
      'every instance keeps its own data (options.shared is false)',
      'options.capabilities.list is false',
      'the store has no limit (options.maxPayloadBytes is not set)',
      'the suite cannot stop the storage (options.outage is not set)',
    ])
  })
})
