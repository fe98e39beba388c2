import type { Lease, LeaseAttempt } from '@x/asana-auth-core'
import { insist } from './insist.ts'
import type { LeaseChain, LeaseVersion } from './lease-chain.ts'
import type { Removal } from './removal.ts'
import { rowOf, type SecretState } from './secret-state.ts'
import { emptyText } from './secret-text.ts'
import type { CredentialOperation, SecretWriter } from './secret-writer.ts'
import type { SecretsApi } from './secrets-api.ts'
import { EMPTY, LEASE } from './stages.ts'

/** Leases of credentials, those that do not exist included. */
export class Leases {
  readonly #api: SecretsApi
  readonly #writer: SecretWriter
  readonly #chain: LeaseChain
  readonly #removal: Removal

  constructor(api: SecretsApi, writer: SecretWriter, chain: LeaseChain, removal: Removal) {
    this.#api = api
    this.#writer = writer
    this.#chain = chain
    this.#removal = removal
  }

  acquire(at: CredentialOperation, ttlMs: number): Promise<LeaseAttempt> {
    return insist(at, async () => {
      const taken = await this.#tryTake(at, ttlMs)
      if (taken === 'held') return { status: 'held' }
      return taken && { status: 'acquired', lease: this.#lease(at, taken) }
    })
  }

  async #tryTake(at: CredentialOperation, ttlMs: number): Promise<LeaseVersion | 'held' | undefined> {
    const newest = await this.#api.read(at, at.name, LEASE)
    if (newest && rowOf(newest.stages) !== 'ended') {
      if (this.#chain.isHeld(newest)) return 'held'
      const taken = await this.#chain.follow(at, newest.arn, newest.version, ttlMs)
      return taken === 'gone' ? undefined : taken
    }
    const state = await this.#api.describe(at, at.name)
    if (isUsable(state)) {
      const taken = await this.#chain.take(at, state, ttlMs)
      return taken === 'gone' ? undefined : taken
    }
    // Nothing to put a lease on yet: a secret without a row.
    await this.#writer.replace(at, state, { text: emptyText(), stages: [EMPTY] })
    return undefined
  }

  #lease(acquired: CredentialOperation, first: LeaseVersion): Lease {
    let newest: LeaseVersion | undefined = first
    return {
      renew: async ttlMs => {
        if (!newest || this.#chain.isOver(newest)) return false
        const at = { ...acquired, operation: 'renewLease' }
        const next = await this.#chain.follow(at, newest.arn, newest.version, ttlMs)
        if (typeof next === 'string') return false
        newest = next
        return true
      },
      release: async () => {
        if (!newest) return
        const at = { ...acquired, operation: 'releaseLease' }
        await this.#chain.release(at, newest)
        const { arn } = newest
        newest = undefined
        // Whoever deleted the row meanwhile had to leave the secret to us.
        await this.#removal.tidy(at, await this.#api.describe(at, arn))
      },
    }
  }
}

/** Whether versions can be put into it, and will stay. */
function isUsable(state: SecretState | undefined): state is SecretState {
  return state?.current !== undefined && state.row !== 'ended' && !state.scheduled
}
