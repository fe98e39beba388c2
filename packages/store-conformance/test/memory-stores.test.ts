import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { describe, it } from 'vitest'
import { testCredentialStore, testOneTimeStore } from '../src/index.ts'

let now = Date.now()
const sleep = (ms: number) => {
  now += ms
}

testCredentialStore({ describe, it }, ({ namespace }) => new MemoryStore({ namespace, now: () => now }), {
  name: 'MemoryStore',
  shared: false,
  sleep,
})

testOneTimeStore({ describe, it }, () => new MemoryOneTimeStore({ now: () => now }), {
  name: 'MemoryOneTimeStore',
  shared: false,
  sleep,
})
