import { randomBytes } from 'node:crypto'
import type { CredentialStore } from '@x/asana-auth-core'
import { connectStore, type StoreKind, startBackend } from '@x/store-services'

/** A store on a server of its own that holds so many credentials and nothing else. */
export interface FilledStore {
  readonly store: CredentialStore
  /** How long each of `count` reads took, one after the other, of random credentials: microseconds. */
  readTimesUs(count: number): Promise<number[]>
  close(): Promise<void>
}

const LANES = 64
const record = {
  payload: `v1.k.${randomBytes(500).toString('base64url')}`,
  status: 'active' as const,
  updatedAt: 1,
  expiresAt: 2,
}
const keyAt = (i: number) => ({ provider: 'asana', subject: `user-${i.toString().padStart(8, '0')}` })

export async function filledStore(kind: StoreKind, size: number): Promise<FilledStore> {
  // After a million writes to its log, Redis would rewrite that while reads are measured.
  const backend = await startBackend(kind, { forgetful: true })
  const { store, close } = await connectStore(backend.connection)
  let next = 0
  const lane = async () => {
    while (next < size) await store.put(keyAt(next++), record)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return {
    store,
    async readTimesUs(count) {
      const times: number[] = []
      for (let i = 0; i < count; i++) {
        const key = keyAt(Math.floor(Math.random() * size))
        const start = performance.now()
        await store.get(key)
        times.push((performance.now() - start) * 1000)
      }
      return times
    },
    async close() {
      await close()
      await backend.close()
    },
  }
}
