import type { CredentialKey } from '@x/asana-auth-core'
import type { AwsOperation } from './aws-error.ts'
import { describeKey } from './secret-names.ts'
import type { SecretState } from './secret-state.ts'
import type { SecretsApi } from './secrets-api.ts'
import { CURRENT } from './stages.ts'
import { type RowState, rowSuccessor } from './version-tokens.ts'

/** What is done to which credential, and the name of its secret. */
export interface CredentialOperation extends AwsOperation {
  readonly key: CredentialKey
  readonly name: string
}

export interface Content {
  readonly text: string
  /** Beside AWSCURRENT. */
  readonly stages?: readonly string[]
}

/** `taken`: another write came first. `again`: the secret was in no state to be written; look anew. */
export type Written = { readonly version: string } | 'taken' | 'again'

/** Puts a version in the place of the one that was seen, whatever state the secret is in. */
export class SecretWriter {
  readonly #api: SecretsApi

  constructor(api: SecretsApi) {
    this.#api = api
  }

  /** Writes only over what `state` says: over that version, or over nothing. */
  async replace(at: CredentialOperation, state: SecretState | undefined, content: Content): Promise<Written> {
    if (!state) return this.#create(at, content)
    if (state.row === 'ended') {
      // Whoever ended it may have crashed. AWS frees the name some time after this, hence `again`.
      await this.#api.destroy(at, state.arn)
      return 'again'
    }
    if (state.scheduled) await this.#api.restore(at, state.arn)
    return this.#put(at, state, content)
  }

  async #create(at: CredentialOperation, content: Content): Promise<Written> {
    // Random: a secret that is deleted and made again must not get an old version back.
    const first = { token: crypto.randomUUID(), text: content.text }
    const description = describeKey(at.key)
    // CreateSecret knows no staging labels: where they matter, the version comes after the secret.
    const arn = await this.#api.create(at, at.name, description, content.stages ? undefined : first)
    if (arn === undefined) return 'again'
    return content.stages ? this.#put(at, { arn }, content) : { version: first.token }
  }

  async #put(at: CredentialOperation, state: RowState, { text, stages = [] }: Content): Promise<Written> {
    const token = await rowSuccessor(state)
    const outcome = await this.#api.put(at, state.arn, { token, text }, [CURRENT, ...stages])
    if (outcome === 'written') return { version: token }
    return outcome === 'taken' ? 'taken' : 'again'
  }
}
