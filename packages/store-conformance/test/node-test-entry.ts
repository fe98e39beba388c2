import { describe, it } from 'node:test'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { testCredentialStore, testOneTimeStore } from '../src/index.ts'

// What node-test.test.ts runs under `node --test`: with FLAW, a store that forgets the status.
let now = Date.now()
const sleep = (ms: number) => {
  now += ms
}

class ForgetsStatus extends MemoryStore {
  override put(...[key, record, condition]: Parameters<MemoryStore['put']>) {
    return super.put(key, { ...record, status: 'active' }, condition)
  }
}

const Store = process.env['FLAW'] ? ForgetsStatus : MemoryStore

testCredentialStore({ describe, it }, ({ namespace }) => new Store({ namespace, now: () => now }), {
  shared: false,
  sleep,
})

testOneTimeStore({ describe, it }, () => new MemoryOneTimeStore({ now: () => now }), { shared: false, sleep })
