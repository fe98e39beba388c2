import type { CredentialKey } from '@x/asana-auth-core'

/** What percent-encoding leaves as it is: nearly all subjects, at a third of the price. */
const plain = /^[\w.~-]+$/

function encode(text: string): string {
  return plain.test(text) ? text : encodeURIComponent(text)
}

/**
 * Where things are. What belongs to one credential has one hash tag and so one slot of a cluster;
 * the encoding leaves no brace, so that nothing in a subject can end the tag early.
 */
export class RedisKeys {
  readonly #root: string

  constructor(namespace: string) {
    this.#root = encode(namespace)
  }

  /** A string: the credential. */
  credential(key: CredentialKey): string {
    return `${this.#tagged(key)}:credential`
  }

  /** A string with an expiry: the owner of the lease. */
  lease(key: CredentialKey): string {
    return `${this.#tagged(key)}:lease`
  }

  /** A sorted set of the subjects that may have a credential. */
  index(provider: string): string {
    return `${this.#root}:{index:${encode(provider)}}:subjects`
  }

  /** A sorted set of the subjects in the index that had none, by when that was seen first. */
  missing(provider: string): string {
    return `${this.#root}:{index:${encode(provider)}}:missing`
  }

  /** A string with an expiry: a value that can be read once. */
  oneTime(key: string): string {
    return `${this.#root}:once:${encode(key)}`
  }

  #tagged({ provider, subject }: CredentialKey): string {
    return `${this.#root}:{${encode(provider)}:${encode(subject)}}`
  }
}
