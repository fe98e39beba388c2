import { randomBytes } from 'node:crypto'
import type { CredentialStore } from '@x/asana-auth-core'
import { connectStore, type StoreKind, startBackend } from '@x/store-services'

/** A store on a server of its own that holds so many credentials and nothing else. */
export interface FilledStore {
  readonly store: CredentialStore
  /**
   * What a read of a random credential takes, in microseconds: of `batches` batches of reads that are under way
   * together. One after the other, they would measure how long sleeping processes take to wake each other up, which
   * on an idle machine is more than the read, and depends on the core that each happens to be on.
   */
  readTimesUs(batches: number): Promise<number[]>
  close(): Promise<void>
}

const LANES = 64
const BATCH = 50
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
    async readTimesUs(batches) {
      const times: number[] = []
      for (let i = 0; i < batches; i++) {
        const keys = Array.from({ length: BATCH }, () => keyAt(Math.floor(Math.random() * size)))
        const start = performance.now()
        await Promise.all(keys.map(key => store.get(key)))
        times.push(((performance.now() - start) * 1000) / BATCH)
      }
      return times
    },
    async close() {
      await close()
      await backend.close()
    },
  }
}
