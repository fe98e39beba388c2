import { testCredentialStore, testOneTimeStore } from '@x/asana-auth-store-conformance'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { SealingStore } from '@x/fixtures'
import { describe, it } from 'vitest'

let ahead = 0
const now = () => Date.now() + ahead
const options = {
  // Instances share nothing: each has the memory of its own.
  shared: false,
  sleep: (ms: number) => {
    ahead += ms
  },
}

testCredentialStore({ describe, it }, ({ namespace }) => new MemoryStore({ namespace, now }), {
  ...options,
  name: 'MemoryStore',
})
testCredentialStore(
  { describe, it },
  ({ namespace }) => new SealingStore(new MemoryStore({ namespace, now })),
  { ...options, name: 'MemoryStore, sealed', listingKeys: 1000 },
)
testOneTimeStore({ describe, it }, () => new MemoryOneTimeStore({ now }), {
  ...options,
  name: 'MemoryOneTimeStore',
})
