import { AsanaError } from '@x/asana-client'
import type { CredentialKey } from '../store/credential-store.ts'

/** Which store, doing what, to which credential. */
export interface StoreContext {
  /** The store's name, for example `redis`. */
  readonly store: string
  readonly operation: string
  readonly key?: CredentialKey | undefined
}

/** `redis store, put of asana/"42"`: for the messages of an adapter's own errors. */
export function describeStoreContext({ store, operation, key }: StoreContext): string {
  return `${store} store, ${operation}${key ? ` of ${key.provider}/${JSON.stringify(key.subject)}` : ''}`
}

/** The credential store cannot be reached or did not answer in time. It says nothing about the grant. */
export class StoreUnavailableError extends AsanaError {
  override readonly name = 'StoreUnavailableError'
  readonly context: StoreContext

  constructor(context: StoreContext, what: string, cause?: unknown) {
    super(
      `Credential store unavailable (${describeStoreContext(context)}): ${what} Check the store and try again.`,
      {
        code: 'store_unavailable',
        cause,
      },
    )
    this.context = context
  }
}

export function noAnswer(context: StoreContext, timeoutMs: number): StoreUnavailableError {
  return new StoreUnavailableError(context, `no answer within ${timeoutMs} ms.`)
}

/** A conditional write or delete lost: the stored version is another one. Re-read and decide again. */
export class VersionConflictError extends AsanaError {
  override readonly name = 'VersionConflictError'
  readonly context: StoreContext

  constructor(context: StoreContext) {
    super(
      `The stored version is not the expected one (${describeStoreContext(context)}). Re-read it and try again.`,
      {
        code: 'version_conflict',
      },
    )
    this.context = context
  }
}

export type DecryptionFailure =
  | 'unknown_key'
  | 'not_authentic'
  | 'malformed'
  | 'no_keys'
  | 'plaintext_refused'

const advice: Record<DecryptionFailure, string> = {
  unknown_key: 'it was sealed with a key that is not configured; add that key to `encryption.keys`.',
  not_authentic:
    'it was changed, belongs to another subject or namespace, or the key with this id is not the one that sealed it.',
  malformed: 'it is neither a sealed envelope nor credentials as JSON; restore it or connect the user again.',
  no_keys: 'it is sealed and no keys are configured; set `encryption.keys`.',
  plaintext_refused: 'it is not sealed and `encryption.allowPlaintext` is false.',
}

/** A stored payload does not open. It is left as it is. */
export class DecryptionError extends AsanaError {
  override readonly name = 'DecryptionError'
  readonly reason: DecryptionFailure
  /** The id of the key that the payload asks for, when it names one. */
  readonly keyId: string | undefined

  constructor(what: string, reason: DecryptionFailure, keyId?: string) {
    super(
      `${what}${keyId === undefined ? '' : ` (key id ${JSON.stringify(keyId)})`} cannot be opened: ${advice[reason]}`,
      {
        code: 'decryption_failed',
      },
    )
    this.reason = reason
    this.keyId = keyId
  }
}
