import type { CredentialStore } from '@x/asana-auth-core'
import type { CreateStore } from '../suite/scene.ts'
import { Suite } from '../suite/suite.ts'
import type { TestRunner } from '../suite/test-runner.ts'
import { concurrentWriters } from './concurrent-writers.ts'
import { conditionalDelete } from './conditional-delete.ts'
import { type CredentialStoreOptions, type CredentialSuite, credentialSettings } from './credential-suite.ts'
import { getPutDelete } from './get-put-delete.ts'
import { largePayloads } from './large-payloads.ts'
import { leaseExpiry } from './lease-expiry.ts'
import { leases } from './leases.ts'
import { listing } from './listing.ts'
import { listingUnderWrites } from './listing-under-writes.ts'
import { missingCapabilities } from './missing-capabilities.ts'
import { namespaces } from './namespaces.ts'
import { nullAndEmpty } from './null-and-empty.ts'
import { oddKeys } from './odd-keys.ts'
import { outage } from './outage.ts'
import { prefixes } from './prefixes.ts'
import { twoInstances } from './two-instances.ts'
import { versions } from './versions.ts'

const concerns: readonly ((suite: CredentialSuite) => void)[] = [
  missingCapabilities,
  getPutDelete,
  nullAndEmpty,
  versions,
  concurrentWriters,
  conditionalDelete,
  listing,
  listingUnderWrites,
  prefixes,
  oddKeys,
  largePayloads,
  namespaces,
  leases,
  leaseExpiry,
  twoInstances,
  outage,
]

/**
 * Defines the tests that every `CredentialStore` passes.
 *
 * @param test your runner: `{ describe, it }` of vitest or of node:test
 * @param createStore makes a store on the backend under test; every call another instance, all of one
 *   namespace on the same data. The suite closes what it opened.
 * @example
 * import { describe, it } from 'vitest'
 * testCredentialStore({ describe, it }, ({ namespace }) => new RedisStore({ client, namespace }))
 */
export function testCredentialStore(
  test: TestRunner,
  createStore: CreateStore<CredentialStore>,
  options: CredentialStoreOptions = {},
): void {
  const settings = credentialSettings(options)
  const suite: CredentialSuite = new Suite(test, createStore, settings)
  test.describe(settings.name, () => {
    for (const concern of concerns) concern(suite)
  })
}
