import type { AccessTokenRequest } from '@x/asana-client'
import { DecryptionError } from '../errors/store-errors.ts'
import { isStoreFailure } from '../errors/store-failure.ts'
import { CredentialsNotFoundError, ReauthorizationRequiredError } from '../errors/token-errors.ts'
import type { TokenSource } from '../session/asana-session.ts'
import type { CredentialKey } from '../store/credential-store.ts'
import { follow } from './follow.ts'
import { Persister } from './persister.ts'
import { type Goal, Refresher } from './refresher.ts'
import { RowCache } from './row-cache.ts'
import type { TokenContext } from './token-context.ts'
import type { HeldToken, PendingWrite, TokenRow } from './token-row.ts'

const noRequest: AccessTokenRequest = {}

type HeldTokenRequest = Omit<Goal, 'before'> & { readonly signal?: AbortSignal | undefined }

/** A valid access token for each stored credential: from memory, from the store, or refreshed, once for all callers. */
export class StoredTokens {
  readonly #context: TokenContext
  readonly #rows: RowCache
  readonly #persister: Persister
  readonly #refresher: Refresher

  constructor(context: TokenContext) {
    this.#context = context
    this.#rows = new RowCache(context.settings.maxRows)
    this.#persister = new Persister(context, this.#rows)
    this.#refresher = new Refresher(context, this.#persister)
  }

  /** The function that gives one credential's token. Warm: no I/O, no lock, nothing allocated. */
  for(key: CredentialKey): TokenSource {
    const { clock } = this.#context.runtime
    const quietMs = this.#context.settings.revalidateAfterMs / 2
    let row = this.#rows.at(key)
    return (request = noRequest) => {
      if (row.forgotten) row = this.#rows.at(key)
      row.used = true
      const { held } = row
      if (held && held.credentials.accessToken !== request.rejectedToken) {
        const now = clock.now()
        const ageMs = now - held.checkedAt
        if (now < held.softAt && ageMs < quietMs && ageMs >= 0) return held.ready
        if (now < held.hardAt && ageMs < quietMs * 2 && ageMs >= 0) {
          this.#refreshInBackground(row)
          return held.ready
        }
      }
      return this.#obtain(row, request)
    }
  }

  /** The credential as it is now known, loaded when it is not in memory. */
  async load(key: CredentialKey): Promise<HeldToken> {
    await this.for(key)()
    const row = this.#rows.at(key)
    return row.held ?? this.#fly(row, { before: 'hardAt' })
  }

  /** A refresh although the token may still be good. */
  async refresh(key: CredentialKey): Promise<HeldToken> {
    const row = this.#rows.at(key)
    row.cooldown = undefined
    const known = row.held ?? (await this.#context.vault.read(key))
    return this.#obtainHeld(row, { rejectedToken: known?.credentials.accessToken, onDemand: true })
  }

  /** Refreshed credentials that the store has not taken yet: the newest there are. */
  unwritten(key: CredentialKey): PendingWrite | undefined {
    return this.#rows.peek(key)?.pending
  }

  /** To be called after a write from outside: memory starts anew. */
  forget(key: CredentialKey): void {
    this.#rows.forget(key)
  }

  /** Ends the waiting of what is still to be written. */
  hurry(): void {
    this.#persister.hurry()
  }

  /** Writes what is still to be written. */
  close(): Promise<void> {
    return this.#persister.close()
  }

  async #obtain(row: TokenRow, request: AccessTokenRequest): Promise<string> {
    if (request.rejectedToken !== undefined) return this.#replace(row, request.rejectedToken, request.signal)
    return (await this.#obtainHeld(row, request)).credentials.accessToken
  }

  async #obtainHeld(row: TokenRow, { signal, ...wish }: HeldTokenRequest): Promise<HeldToken> {
    const goal: Goal = { before: 'hardAt', ...wish }
    const joined = row.flight !== undefined
    const held = await follow(this.#fly(row, goal), signal)
    // A flight that was under way may not have known of the rejection.
    return joined && held.credentials.accessToken === goal.rejectedToken
      ? follow(this.#fly(row, goal), signal)
      : held
  }

  /** After a 401. */
  async #replace(row: TokenRow, rejectedToken: string, signal: AbortSignal | undefined): Promise<string> {
    const { runtime, settings } = this.#context
    const { forced } = row
    // Asana refuses even what it has just issued (the app is blocked in that workspace, say): a
    // refresh per call would not help. The same token again tells the caller so.
    if (forced && forced.held.credentials.accessToken === rejectedToken && forced.held === row.held) {
      if (runtime.clock.elapsed() - forced.at < settings.cooldownMs) return rejectedToken
    }
    const held = await this.#obtainHeld(row, { rejectedToken, signal })
    row.forced = { held, at: runtime.clock.elapsed() }
    return held.credentials.accessToken
  }

  /** Checks the row's version and, in the soft window, refreshes. */
  #refreshInBackground(row: TokenRow): void {
    if (row.pauseUntil !== undefined && this.#context.runtime.clock.elapsed() < row.pauseUntil) return
    this.#fly(row, { before: 'softAt' })
  }

  #fly(row: TokenRow, goal: Goal): Promise<HeldToken> {
    if (!row.flight) {
      row.flight = this.#run(row, goal).finally(() => {
        row.flight = undefined
      })
      this.#context.background(row.flight)
    }
    return row.flight
  }

  async #run(row: TokenRow, goal: Goal): Promise<HeldToken> {
    try {
      return await this.#refresher.fetch(row, goal)
    } catch (error) {
      const { runtime, settings, events } = this.#context
      const { clock } = runtime
      if (isStoreFailure(error)) events.emit('store_unavailable', { key: row.key, error })
      // Whatever it was: the background does not try it again with every call.
      row.pauseUntil = clock.elapsed() + settings.cooldownMs
      const { held } = row
      // An outage, of the store or of Asana, or a fault does not take away a token that still works.
      const works =
        held && clock.now() < held.expiresAt && held.credentials.accessToken !== goal.rejectedToken
      if (!works || (!row.pending && isFinal(error))) throw error
      held.checkedAt = clock.now()
      // Nobody waits for what has just failed: the background tries it again after half of this time.
      const waitlessMs = 2 * settings.cooldownMs
      held.hardAt = Math.min(held.expiresAt, Math.max(held.hardAt, held.checkedAt + waitlessMs))
      return held
    }
  }
}

/** It says something of the credential itself. What nobody foresaw does not: it must not end what works. */
function isFinal(error: unknown): boolean {
  return [ReauthorizationRequiredError, CredentialsNotFoundError, DecryptionError].some(
    type => error instanceof type,
  )
}
