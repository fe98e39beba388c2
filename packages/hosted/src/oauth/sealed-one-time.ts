import { createHash, randomBytes } from 'node:crypto'
import type { Keyring, OneTimeStore } from '@x/asana-auth-core'

/** 256 random bits, base64url. */
export function newHandle(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Values of one kind in the one-time store. Whoever reads the store finds neither the handle, of which
 * only a digest is there, nor the value, which is sealed and opens in its own place only.
 */
export class SealedOneTime<T> {
  readonly #store: OneTimeStore
  readonly #keyring: Keyring
  readonly #kind: string

  constructor(store: OneTimeStore, keyring: Keyring, kind: string) {
    this.#store = store
    this.#keyring = keyring
    this.#kind = kind
  }

  /** @param handle what it is found by again: every part of it, in this order */
  async put(handle: readonly string[], value: T, ttlMs: number): Promise<void> {
    const key = this.#keyOf(handle)
    await this.#store.put(key, await this.#keyring.seal(JSON.stringify(value), key), ttlMs)
  }

  /** The value, to the first who asks. @throws StoreUnavailableError, DecryptionError */
  async take(handle: readonly string[]): Promise<T | undefined> {
    const key = this.#keyOf(handle)
    const sealed = await this.#store.take(key)
    if (sealed === undefined) return undefined
    const { plaintext } = await this.#keyring.open(sealed, key)
    return JSON.parse(plaintext) as T
  }

  #keyOf(handle: readonly string[]): string {
    const digest = createHash('sha256').update(JSON.stringify(handle)).digest('base64url')
    return `hosted:${this.#kind}:${digest}`
  }
}
