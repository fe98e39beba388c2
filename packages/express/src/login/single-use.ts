import { InvalidStateError, type OneTimeStore } from '@x/asana-auth-core'
import { digest, type PendingLogin } from './pending-login.ts'

/** Lets each login end once, in all processes that share the store. Without a store it lets everything pass. */
export class SingleUse {
  readonly #store: OneTimeStore | undefined

  constructor(store: OneTimeStore | undefined) {
    this.#store = store
  }

  async allowOnce({ state, expiresAt }: PendingLogin): Promise<void> {
    await this.#store?.put(keyFor(state), 'pending', Math.max(1, expiresAt - Date.now()))
  }

  /** @throws InvalidStateError `state_mismatch` */
  async use({ state }: PendingLogin): Promise<void> {
    if (!this.#store || (await this.#store.take(keyFor(state))) !== undefined) return
    throw new InvalidStateError('state_mismatch', 'This login was completed already, or took too long.')
  }
}

function keyFor(state: string): string {
  return `asana-login:${digest(state)}`
}
