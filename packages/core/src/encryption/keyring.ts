import { ConfigurationError } from '../errors/configuration-error.ts'
import { DecryptionError } from '../errors/store-errors.ts'
import type { Aead } from './aead.ts'
import { formatEnvelope, isEnvelope, parseEnvelope } from './envelope.ts'

/** One encryption key. */
export interface EncryptionKey {
  /** Stands in every envelope sealed with it: 1 to 64 of `A-Za-z0-9_-`. */
  readonly id: string
  /** 32 random bytes, as bytes or base64: `openssl rand -base64 32`. */
  readonly key: string | Uint8Array
}

export interface EncryptionOptions {
  /** The first one seals, all of them open: put a new key in front to rotate. */
  readonly keys: readonly EncryptionKey[]
  /** Open what was stored before encryption was turned on, too. Default true; turn off after `rekey()`. */
  readonly allowPlaintext?: boolean | undefined
}

export interface OpenedText {
  readonly plaintext: string
  /** The key it is sealed with. */
  readonly keyId: string
}

type Ciphers = ReadonlyMap<string, Aead>

/** Seals and opens texts that are bound to where they belong. */
export class Keyring {
  readonly #keys = new Map<string, Uint8Array>()
  #ciphers: Ciphers | undefined
  /** The id of the key that seals. */
  readonly primaryKeyId: string

  /** @throws ConfigurationError `invalid_encryption_key` */
  constructor(keys: readonly EncryptionKey[]) {
    const [first] = keys
    if (!first) throw invalid('encryption.keys is empty: give at least one key.')
    for (const { id, key } of keys) {
      if (!/^[A-Za-z0-9_-]{1,64}$/.test(id))
        throw invalid('An encryption key id must be 1 to 64 of A-Za-z0-9_-.')
      if (this.#keys.has(id)) throw invalid(`Two encryption keys have the id "${id}".`)
      this.#keys.set(id, keyBytes(id, key))
    }
    this.primaryKeyId = first.id
  }

  /** `boundTo` is authenticated, not stored: the text opens only with the same. */
  async seal(plaintext: string, boundTo: string): Promise<string> {
    const ciphers = this.#ciphers ?? (await this.#load())
    const aead = ciphers.get(this.primaryKeyId) as Aead
    return formatEnvelope({ keyId: this.primaryKeyId, ...(await aead.encrypt(plaintext, boundTo)) })
  }

  /**
   * @param what names the text in an error; asked for only then
   * @throws DecryptionError
   */
  async open(text: string, boundTo: string, what = () => 'The sealed text'): Promise<OpenedText> {
    return this.openAtOnce(text, boundTo, what)
  }

  /**
   * `open` without a wait where the runtime's crypto needs none, as on Node, and is loaded: it may throw at once,
   * too.
   */
  openAtOnce(text: string, boundTo: string, what: () => string): OpenedText | Promise<OpenedText> {
    const envelope = isEnvelope(text) ? parseEnvelope(text) : undefined
    if (!envelope) throw new DecryptionError(what(), 'malformed')
    const { keyId } = envelope
    if (!this.#ciphers) return this.#load().then(() => this.openAtOnce(text, boundTo, what))
    const aead = this.#ciphers.get(keyId)
    if (!aead) throw new DecryptionError(what(), 'unknown_key', keyId)
    const opened = (plaintext: string | undefined): OpenedText => {
      if (plaintext === undefined) throw new DecryptionError(what(), 'not_authentic', keyId)
      return { plaintext, keyId }
    }
    const plaintext = aead.decrypt(envelope, boundTo)
    return plaintext instanceof Promise ? plaintext.then(opened) : opened(plaintext)
  }

  /** With the first text: who encrypts nothing never loads crypto, which takes a tenth of a start. */
  async #load(): Promise<Ciphers> {
    const { createAead } = await import('#aead')
    this.#ciphers ??= new Map([...this.#keys].map(([id, key]) => [id, createAead(key)]))
    return this.#ciphers
  }
}

function keyBytes(id: string, key: string | Uint8Array): Uint8Array {
  const bytes = typeof key === 'string' ? fromBase64(key) : key
  if (!(bytes instanceof Uint8Array) || bytes.length !== 32) {
    throw invalid(
      `The encryption key "${id}" is not 32 bytes in base64. A passphrase will not do; make a key with: openssl rand -base64 32`,
    )
  }
  // A copy: who wipes the buffer afterwards must not make it a key of zeros.
  return Uint8Array.from(bytes)
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.trim().replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))
  } catch {
    return undefined
  }
}

function invalid(message: string): ConfigurationError {
  return new ConfigurationError('invalid_encryption_key', message)
}
