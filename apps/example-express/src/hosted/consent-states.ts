import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { InvalidStateError, type OneTimeStore } from '@x/asana-auth-core'

/** As long as the hosted server's consent URL is good. */
const TTL_MS = 10 * 60_000

/**
 * The `state` of a consent: it belongs to the visitor who started it and ends once. Without it, a link
 * could give a visitor somebody else's Asana account, whose owner then reads along.
 */
export class ConsentStates {
  readonly #store: OneTimeStore

  constructor(store: OneTimeStore) {
    this.#store = store
  }

  async begin(visitorId: string): Promise<string> {
    const state = randomBytes(32).toString('base64url')
    await this.#store.put(keyOf(state), digest(visitorId).toString('base64url'), TTL_MS)
    return state
  }

  /** @throws InvalidStateError `state_mismatch`: unknown, used, too old, or another visitor's */
  async end(state: unknown, visitorId: string): Promise<void> {
    const owner = typeof state === 'string' ? await this.#store.take(keyOf(state)) : undefined
    if (owner !== undefined && isSame(Buffer.from(owner, 'base64url'), digest(visitorId))) return
    throw new InvalidStateError(
      'state_mismatch',
      'This visitor has no consent under way with this state: it is another visitor’s, was completed already, or took too long.',
    )
  }
}

/** Whoever reads the store learns no state. */
function keyOf(state: string): string {
  return `hosted-consent:${digest(state).toString('base64url')}`
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
