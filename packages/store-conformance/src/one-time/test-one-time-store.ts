import type { OneTimeStore } from '@x/asana-auth-core'
import type { CreateStore } from '../suite/scene.ts'
import { Suite } from '../suite/suite.ts'
import { suiteSettings } from '../suite/suite-options.ts'
import type { TestRunner } from '../suite/test-runner.ts'
import { expiry } from './expiry.ts'
import { namespaces } from './namespaces.ts'
import type { OneTimeStoreOptions, OneTimeSuite } from './one-time-suite.ts'
import { outage } from './outage.ts'
import { singleUse } from './single-use.ts'

const concerns: readonly ((suite: OneTimeSuite) => void)[] = [singleUse, expiry, namespaces, outage]

/**
 * Defines the tests that every `OneTimeStore` passes.
 *
 * @param test your runner: `{ describe, it }` of vitest or of node:test
 * @param createStore makes a store on the backend under test; every call another instance, all of one
 *   namespace on the same data. A store with a `close` is closed.
 * @example
 * import { describe, it } from 'node:test'
 * testOneTimeStore({ describe, it }, ({ namespace }) => new RedisOneTimeStore({ client, namespace }))
 */
export function testOneTimeStore(
  test: TestRunner,
  createStore: CreateStore<OneTimeStore>,
  options: OneTimeStoreOptions = {},
): void {
  const settings = suiteSettings(options, { name: 'OneTimeStore', contenders: 100 })
  const suite: OneTimeSuite = new Suite(test, createStore, settings)
  test.describe(settings.name, () => {
    for (const concern of concerns) concern(suite)
  })
}
