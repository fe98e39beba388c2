import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { VersionConflictError } from '../errors/store-errors.ts'
import { CredentialsNotFoundError, ReauthorizationRequiredError } from '../errors/token-errors.ts'
import type { Lease } from '../store/credential-store.ts'
import type { RowCache } from './row-cache.ts'
import { hold, type TokenContext } from './token-context.ts'
import type { HeldToken, PendingWrite, TokenRow } from './token-row.ts'

/** No new attempt begins after so long: callers get the new token unwritten. */
const CALLERS_WAIT_MS = 1000
const FIRST_DELAY_MS = 50
/** Less than a third of any sensible lease, which has to be renewed in between. */
const MAX_LATER_DELAY_MS = 5000
const MAX_CONFLICTS = 3

/** Writes refreshed credentials, and does not let go of them until they are written. */
export class Persister {
  readonly #context: TokenContext
  readonly #rows: RowCache
  readonly #closed = new AbortController()

  constructor(context: TokenContext, rows: RowCache) {
    this.#context = context
    this.#rows = rows
  }

  /**
   * First thing after a redeem. If the store does not take it, the callers get the new token all the
   * same and the write goes on in the background. Takes the lease over: nobody may redeem the old
   * refresh token while the new one is not written.
   * @throws CredentialsNotFoundError when the user was disconnected meanwhile
   */
  async persist(row: TokenRow, pending: PendingWrite, lease: Lease): Promise<HeldToken> {
    const { clock } = this.#context.runtime
    const start = clock.elapsed()
    row.pending = pending
    for (let delayMs = FIRST_DELAY_MS; ; delayMs *= 4) {
      try {
        return await this.flush(row, pending)
      } catch (error) {
        if (isFinal(error)) throw error
        if (clock.elapsed() - start + delayMs > CALLERS_WAIT_MS)
          return this.#serveUnwritten(row, pending, lease, error)
        await clock.sleep(delayMs)
      }
    }
  }

  /** One attempt to write what is pending; many callers, one write. */
  flush(row: TokenRow, pending: PendingWrite): Promise<HeldToken> {
    row.flush ??= this.#write(row, pending).finally(() => {
      row.flush = undefined
    })
    return row.flush
  }

  /** No more waiting: what is unwritten from here on is tried once more, at once. */
  hurry(): void {
    this.#closed.abort()
  }

  /** Tries everything once more. Rejects with the errors of what could not be written. */
  async close(): Promise<void> {
    const rows = this.#rows.pending()
    const results = await Promise.allSettled(rows.map(row => row.pending && this.flush(row, row.pending)))
    const errors = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
    if (errors.length > 0) {
      throw new AggregateError(
        errors,
        `${errors.length} refreshed credentials could not be stored before the end.`,
      )
    }
  }

  #serveUnwritten(row: TokenRow, pending: PendingWrite, lease: Lease, error: unknown): HeldToken {
    const held = hold(this.#context, pending.refreshed, pending.ifVersion)
    row.held = held
    this.#context.events.emit('persist_failed', { key: row.key, error: error as Error })
    const later = this.#retryLater(row, pending, lease).finally(() => lease.release())
    this.#context.background(later)
    return held
  }

  /** Ends when it is written, by whomever, or has lost its point. */
  async #retryLater(row: TokenRow, pending: PendingWrite, lease: Lease): Promise<void> {
    const { runtime, settings } = this.#context
    for (let delayMs = 500; ; delayMs = Math.min(delayMs * 2, MAX_LATER_DELAY_MS)) {
      // While the store is down the renewal fails as the write did.
      await lease.renew(settings.leaseTtlMs).catch(() => false)
      await runtime.clock.sleep(delayMs * (0.5 + runtime.random() / 2), this.#closed.signal)
      if (row.pending !== pending || row.forgotten) return
      try {
        await this.flush(row, pending)
        return
      } catch (error) {
        if (isFinal(error) || this.#closed.signal.aborted) return
      }
    }
  }

  async #write(row: TokenRow, pending: PendingWrite): Promise<HeldToken> {
    const wasServed = row.held?.credentials === pending.refreshed
    const held = await this.#settle(row, pending).catch(error => {
      if (isFinal(error)) {
        row.pending = undefined
        row.held = undefined
      }
      throw error
    })
    row.pending = undefined
    row.held = held
    if (wasServed) this.#context.events.emit('persisted', { key: row.key })
    return held
  }

  /** Writes over what was redeemed, and over nothing else. */
  async #settle({ key }: TokenRow, { base, refreshed, ifVersion }: PendingWrite): Promise<HeldToken> {
    const { vault } = this.#context
    for (let expected = ifVersion, attempt = 1; ; attempt++) {
      try {
        return hold(this.#context, refreshed, await vault.write(key, refreshed, { ifVersion: expected }))
      } catch (error) {
        if (!(error instanceof VersionConflictError) || attempt === MAX_CONFLICTS) throw error
      }
      const entry = await vault.read(key)
      // Deleted: writing would connect a user who has just disconnected.
      if (!entry) throw new CredentialsNotFoundError(key)
      // Our own write whose answer was lost, or a winner: a new login, a refresh by another process.
      if (!sameTokens(entry.credentials, base)) {
        if (entry.status !== 'active') throw new ReauthorizationRequiredError(key, 'invalid_grant')
        return hold(this.#context, entry.credentials, entry.version)
      }
      // The tokens are the ones that were redeemed: only the seal or the status changed.
      expected = entry.version
    }
  }
}

/** The row is gone, or the grant in it is: there is nothing left to write. */
function isFinal(error: unknown): boolean {
  return error instanceof CredentialsNotFoundError || error instanceof ReauthorizationRequiredError
}

function sameTokens(a: AsanaUserCredentials, b: AsanaUserCredentials): boolean {
  return a.accessToken === b.accessToken && a.refreshToken === b.refreshToken
}
