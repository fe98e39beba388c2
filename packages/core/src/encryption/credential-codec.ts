import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { parseUserCredentials } from '../credentials/parse-credentials.ts'
import { DecryptionError } from '../errors/store-errors.ts'
import type { CredentialKey, CredentialRecord, CredentialStatus } from '../store/credential-store.ts'
import { isEnvelope } from './envelope.ts'
import { type EncryptionOptions, Keyring } from './keyring.ts'

export interface OpenedCredentials {
  readonly credentials: AsanaUserCredentials
  /** The key it is sealed with; undefined when it is plain. */
  readonly keyId: string | undefined
  /** True when the current settings would write it otherwise: another key, or not sealed. */
  readonly outdated: boolean
}

/** Credentials to records and back: the only place that knows what a payload is. */
export class CredentialCodec {
  readonly #keyring: Keyring | undefined
  readonly #allowPlaintext: boolean

  constructor(options: EncryptionOptions | undefined) {
    this.#keyring = options && new Keyring(options.keys)
    this.#allowPlaintext = options?.allowPlaintext ?? true
  }

  get primaryKeyId(): string | undefined {
    return this.#keyring?.primaryKeyId
  }

  async encode(
    namespace: string,
    key: CredentialKey,
    credentials: AsanaUserCredentials,
    meta: { readonly status: CredentialStatus; readonly updatedAt: number },
  ): Promise<CredentialRecord> {
    const json = JSON.stringify(credentials)
    return {
      payload: this.#keyring ? await this.#keyring.seal(json, binding(namespace, key)) : json,
      ...meta,
      ...(credentials.expiresAt !== undefined && { expiresAt: credentials.expiresAt }),
    }
  }

  /**
   * At once where the runtime's crypto is, as on Node: every read from a store comes through here.
   * @throws DecryptionError, at once or as a rejection
   */
  decode(
    namespace: string,
    key: CredentialKey,
    { payload }: CredentialRecord,
  ): OpenedCredentials | Promise<OpenedCredentials> {
    const what = () => `The stored credential of ${key.provider}/${JSON.stringify(key.subject)}`
    if (!isEnvelope(payload)) {
      if (!this.#allowPlaintext) throw new DecryptionError(what(), 'plaintext_refused')
      return this.#opened(payload, undefined, what)
    }
    if (!this.#keyring) throw new DecryptionError(what(), 'no_keys')
    const opened = this.#keyring.openAtOnce(payload, binding(namespace, key), what)
    return opened instanceof Promise
      ? opened.then(({ plaintext, keyId }) => this.#opened(plaintext, keyId, what))
      : this.#opened(opened.plaintext, opened.keyId, what)
  }

  #opened(json: string, keyId: string | undefined, what: () => string): OpenedCredentials {
    return { credentials: parse(json, what), keyId, outdated: keyId !== this.primaryKeyId }
  }
}

/** A row that is copied onto another subject, provider or namespace does not open. */
function binding(namespace: string, { provider, subject }: CredentialKey): string {
  return JSON.stringify([namespace, provider, subject])
}

function parse(json: string, what: () => string): AsanaUserCredentials {
  try {
    return parseUserCredentials(JSON.parse(json))
  } catch {
    // The parser's message would quote what it read: perhaps half a token.
    throw new DecryptionError(what(), 'malformed')
  }
}
