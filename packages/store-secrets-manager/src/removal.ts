import type { LeaseChain } from './lease-chain.ts'
import type { SecretState } from './secret-state.ts'
import { emptyText } from './secret-text.ts'
import type { CredentialOperation, SecretWriter, Written } from './secret-writer.ts'
import type { SecretsApi } from './secrets-api.ts'
import { EMPTY, ENDED, LEASE } from './stages.ts'

/** For a handful of requests. */
const LEASE_MS = 10_000

/**
 * Deleting in two steps, because DeleteSecret asks for no version: the row is emptied by
 * compare-and-swap, then the secret is deleted. One that somebody has leased stays until it is released.
 */
export class Removal {
  readonly #api: SecretsApi
  readonly #writer: SecretWriter
  readonly #leases: LeaseChain
  readonly #recoveryWindowDays: number | undefined

  constructor(api: SecretsApi, writer: SecretWriter, leases: LeaseChain, recoveryWindowDays?: number) {
    this.#api = api
    this.#writer = writer
    this.#leases = leases
    this.#recoveryWindowDays = recoveryWindowDays
  }

  /** Takes away the row that was seen. */
  remove(at: CredentialOperation, state: SecretState): Promise<Written> {
    return this.#recoveryWindowDays === undefined ? this.#removeForGood(at, state) : this.#retire(at, state)
  }

  /** Takes away a secret that has no row, unless it is in use. Losing against anybody is fine. */
  async tidy(at: CredentialOperation, state: SecretState | undefined): Promise<void> {
    if (state?.current === undefined || state.scheduled || state.row === 'there') return
    if (state.row === 'ended') await this.#api.destroy(at, state.arn)
    else if (!(await this.#leases.isHeldIn(at, state))) await this.remove(at, state)
  }

  /**
   * The lease keeps others from leasing a secret that is about to go; `ended` keeps them from writing to
   * it, for ever: a delete that comes late, or twice, cannot hit a new credential.
   */
  async #removeForGood(at: CredentialOperation, state: SecretState): Promise<Written> {
    const lease = await this.#leases.take(at, state, LEASE_MS)
    if (typeof lease === 'string') {
      return this.#writer.replace(at, state, { text: emptyText(), stages: [EMPTY] })
    }
    // With the label of the lease on it, whoever looks for a lease sees the end, too.
    const written = await this.#writer.replace(at, state, { text: emptyText(), stages: [ENDED, LEASE] })
    if (typeof written === 'string') await this.#leases.release(at, lease)
    else await this.#api.destroy(at, state.arn)
    return written
  }

  /** Leaves a secret that the next write restores. */
  async #retire(at: CredentialOperation, state: SecretState): Promise<Written> {
    const written = await this.#writer.replace(at, state, { text: emptyText(), stages: [EMPTY] })
    if (typeof written === 'string' || (await this.#leases.isHeldIn(at, state))) return written
    await this.#api.destroy(at, state.arn, this.#recoveryWindowDays)
    // Somebody who connected in between must not be deleted with it.
    const now = await this.#api.describe(at, state.arn)
    if (now?.scheduled && now.current !== written.version) await this.#api.restore(at, state.arn)
    return written
  }
}
