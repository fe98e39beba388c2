import { randomUUID } from 'node:crypto'
import type { CredentialRecord, Lease } from '@x/asana-auth-core'
import { SecretsManagerStore, type SecretsManagerStoreOptions } from '@x/asana-auth-store-secrets-manager'
import { type SecretsManager, startSecretsManager } from '@x/test-services'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { secretName } from '../src/secret-names.ts'
import { ObservedClient } from './observed-client.ts'

export const key = { provider: 'asana', subject: 'user-1' }

export function record(payload: string): CredentialRecord {
  return { payload, status: 'active', expiresAt: 1_790_000_000_000, updatedAt: 1_789_996_400_000 }
}

/** A server for the tests of one file; each test has a namespace and clients of its own. */
export class Scene {
  namespace = ''
  #server: SecretsManager | undefined
  #clients: ObservedClient[] = []

  /** Starts and ends with the tests of the file. */
  static forThisFile(): Scene {
    const scene = new Scene()
    beforeAll(async () => {
      scene.#server = await startSecretsManager()
    })
    beforeEach(() => {
      scene.namespace = randomUUID()
    })
    afterAll(async () => {
      for (const client of scene.#clients) client.destroy()
      await scene.#server?.close()
    })
    return scene
  }

  client(maxAttempts?: number): ObservedClient {
    if (!this.#server) throw new Error('The server runs only during tests.')
    const client = new ObservedClient(this.#server, maxAttempts)
    this.#clients.push(client)
    return client
  }

  /** A store as another process would have it. */
  store(options: Partial<SecretsManagerStoreOptions> = {}): SecretsManagerStore {
    return new SecretsManagerStore({ client: this.client(), namespace: this.namespace, ...options })
  }

  /** The store and its client. */
  observed(options: Partial<SecretsManagerStoreOptions> = {}, maxAttempts?: number) {
    const client = this.client(maxAttempts)
    return { client, store: this.store({ client, ...options }) }
  }

  /** The secret of `key`, for who plays the operator. */
  secretName(): Promise<string> {
    return secretName({ prefix: 'asana-auth/', namespace: this.namespace }, key)
  }
}

export async function acquired(store: SecretsManagerStore, ttlMs = 60_000): Promise<Lease> {
  const attempt = await store.acquireLease(key, { ttlMs })
  if (attempt.status === 'acquired') return attempt.lease
  throw new Error('The lease is held.')
}
