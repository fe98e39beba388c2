import { AsanaError, safeCause } from '@x/asana-client'
import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import { VersionConflictError } from '../errors/store-errors.ts'
import {
  CredentialsNotFoundError,
  ReauthorizationRequiredError,
  RefreshUnavailableError,
  TokenRequestError,
} from '../errors/token-errors.ts'
import { refreshedEvent } from '../events/refreshed.ts'
import { traceRefresh } from '../events/trace-refresh.ts'
import type { Lease } from '../store/credential-store.ts'
import type { VaultEntry } from '../store/credential-vault.ts'
import type { Persister } from './persister.ts'
import { redeem } from './redeem.ts'
import { cooldownMs } from './retry-delay.ts'
import { hold, type TokenContext } from './token-context.ts'
import { fingerprint, type HeldToken, type Refreshed, type TokenRow } from './token-row.ts'

/** What a flight is to bring back. */
export interface Goal {
  /** A token before this point of its life. */
  readonly before: 'softAt' | 'hardAt'
  /** Not this one: Asana answered 401 to it. */
  readonly rejectedToken?: string | undefined
  /** Somebody wants a refresh, though Asana may still accept the token. */
  readonly onDemand?: boolean | undefined
}

/** A token may change hands so often within one flight before we give up on the row. */
const MAX_ADOPTIONS = 3
/** Longer than a refresh takes. */
const SHORT_WAIT_MS = 1000
const FIRST_POLL_MS = 10
const MAX_POLL_MS = 250

/** One row, one flight: load it and, where needed, refresh it under the lease. */
export class Refresher {
  readonly #context: TokenContext
  readonly #persister: Persister

  constructor(context: TokenContext, persister: Persister) {
    this.#context = context
    this.#persister = persister
  }

  /** The stored token, refreshed first when it does not meet the goal. */
  async fetch(row: TokenRow, goal: Goal): Promise<HeldToken> {
    const stored = await this.#load(row)
    if (this.#meets(stored, goal)) return stored
    // Nothing to redeem: the lease would be for nothing, and on some stores it is a write.
    if (stored.credentials.refreshToken === undefined) throw this.#unrefreshable(row, stored, goal)
    this.#respectCooldown(row)
    return (await traceRefresh(row.key, () => this.#renew(row, goal))).held
  }

  /** Under the lease, unless its holder brings the token meanwhile. */
  async #renew(row: TokenRow, goal: Goal): Promise<Refreshed> {
    const { lease, winner } = await this.#leaseOrWinner(row, goal)
    if (winner) return this.#adopted(row, winner)
    try {
      // Whoever held the lease before may have refreshed.
      const current = await this.#load(row)
      return this.#meets(current, goal)
        ? this.#adopted(row, current)
        : await this.#refresh(row, current, goal, lease)
    } finally {
      // What is not written yet keeps the lease. Nobody waits for the release: the row tells the
      // others that it is done, and unreleased it ends by itself.
      if (!row.pending) this.#context.background(lease.release())
    }
  }

  /** Reads the row into memory. */
  async #load(row: TokenRow): Promise<HeldToken> {
    const { vault, runtime } = this.#context
    // What memory still has to write outranks what the store has.
    if (row.pending) await this.#persister.flush(row, row.pending)
    const entry = await vault.read(row.key)
    if (!entry) {
      row.held = undefined
      throw new CredentialsNotFoundError(row.key)
    }
    if (entry.status === 'reauthorization_required') {
      row.held = undefined
      throw new ReauthorizationRequiredError(row.key, 'invalid_grant')
    }
    if (row.held?.version === entry.version) {
      row.held.checkedAt = runtime.clock.now()
      return row.held
    }
    const held = hold(this.#context, entry.credentials, entry.version)
    row.held = held
    if (entry.outdated) this.#context.background(this.#reseal(row, held, entry))
    return held
  }

  #meets(held: HeldToken, { before, rejectedToken }: Goal): boolean {
    return this.#context.runtime.clock.now() < held[before] && held.credentials.accessToken !== rejectedToken
  }

  #works(held: HeldToken | undefined, { rejectedToken }: Goal): boolean {
    return (
      held !== undefined &&
      this.#context.runtime.clock.now() < held.expiresAt &&
      held.credentials.accessToken !== rejectedToken
    )
  }

  #adopted(row: TokenRow, held: HeldToken): Refreshed {
    this.#context.events.emit('adopted', { key: row.key })
    return { held, outcome: 'adopted' }
  }

  #respectCooldown(row: TokenRow): void {
    const leftMs = (row.cooldown?.until ?? 0) - this.#context.runtime.clock.elapsed()
    if (row.cooldown && leftMs > 0) {
      throw new RefreshUnavailableError(
        row.key,
        'the last attempt failed a moment ago.',
        Math.ceil(leftMs),
        row.cooldown.error,
      )
    }
  }

  /** The lease, or the token that its holder brought while we waited. */
  async #leaseOrWinner(
    row: TokenRow,
    goal: Goal,
  ): Promise<{ lease: Lease; winner?: never } | { winner: HeldToken; lease?: never }> {
    const { vault, runtime, settings } = this.#context
    const start = runtime.clock.elapsed()
    for (let pollMs = FIRST_POLL_MS; ; pollMs = Math.min(pollMs * 1.5, MAX_POLL_MS)) {
      const attempt = await vault.store.acquireLease(row.key, settings.leaseTtlMs)
      if (attempt.status === 'acquired') return attempt
      const waitedMs = Math.round(runtime.clock.elapsed() - start)
      // A holder that died keeps the lease to its end: a token that works is not held back for that.
      const patienceMs = this.#works(row.held, goal) ? SHORT_WAIT_MS : settings.waitTimeoutMs
      if (waitedMs >= Math.min(patienceMs, settings.waitTimeoutMs)) {
        throw new RefreshUnavailableError(
          row.key,
          `another process has been at it for ${waitedMs} ms.`,
          settings.cooldownMs,
        )
      }
      await runtime.clock.sleep(pollMs * (0.5 + runtime.random()))
      const held = await this.#load(row)
      if (this.#meets(held, goal)) return { winner: held }
    }
  }

  async #refresh(row: TokenRow, start: HeldToken, goal: Goal, lease: Lease): Promise<Refreshed> {
    const { runtime, settings, events } = this.#context
    const startMs = runtime.clock.elapsed()
    for (let current = start, adoptions = 0; adoptions <= MAX_ADOPTIONS; adoptions++) {
      // Each redeem may take nearly half of it. Lost to another process: get in line behind that one.
      if (adoptions > 0 && !(await lease.renew(settings.leaseTtlMs))) return this.#renew(row, goal)
      const base = current.credentials
      const refreshed = await this.#redeem(row, current, goal)
      if (refreshed) {
        const held = await this.#persister.persist(
          row,
          { base, refreshed, ifVersion: current.version },
          lease,
        )
        const durationMs = runtime.clock.elapsed() - startMs
        events.emit('refreshed', refreshedEvent(row.key, base, refreshed, durationMs))
        return { held, outcome: row.pending ? 'persist_failed' : 'fresh' }
      }
      // Asana refused a refresh token that is not the stored one any more: the stored one may be good.
      current = await this.#load(row)
      if (this.#meets(current, goal)) return this.#adopted(row, current)
    }
    throw new RefreshUnavailableError(row.key, 'the stored credentials keep changing.', settings.cooldownMs)
  }

  /** Undefined when the refresh token was refused and the store has another one. */
  async #redeem(row: TokenRow, held: HeldToken, goal: Goal): Promise<AsanaUserCredentials | undefined> {
    const { credentials, version } = held
    const { refreshToken } = credentials
    if (refreshToken === undefined) throw this.#unrefreshable(row, held, goal)
    const print = await fingerprint(refreshToken)
    try {
      // Refused before, and the store could not be told: do not ask Asana again.
      if (row.refused?.print !== print || row.refused.version !== version) {
        const { flow, runtime, settings } = this.#context
        return await redeem(credentials, { flow, runtime, budgetMs: settings.redeemTimeoutMs })
      }
    } catch (error) {
      if (!(error instanceof TokenRequestError && error.error === 'invalid_grant'))
        throw this.#failed(row, error)
      row.refused = { print, version }
    }
    return this.#settleRefusal(row, refreshToken)
  }

  /**
   * A refused refresh token is final only if it is the stored one: `invalid_grant` is also what
   * losing a race looks like.
   */
  async #settleRefusal(row: TokenRow, refreshToken: string): Promise<undefined> {
    const { vault, events } = this.#context
    for (let attempt = 0; attempt <= MAX_ADOPTIONS; attempt++) {
      const entry = await vault.read(row.key)
      if (!entry) throw new CredentialsNotFoundError(row.key)
      if (entry.credentials.refreshToken !== refreshToken) return undefined
      try {
        if (entry.status === 'active') await vault.rewrite(row.key, entry, 'reauthorization_required')
        break
      } catch (error) {
        if (!(error instanceof VersionConflictError)) throw error
      }
    }
    row.held = undefined
    const error = new ReauthorizationRequiredError(row.key, 'invalid_grant')
    events.emit('reauthorization_required', { key: row.key, error })
    throw error
  }

  /** Met with every call; told once. */
  #unrefreshable(row: TokenRow, held: HeldToken, { onDemand }: Goal): ReauthorizationRequiredError {
    const { runtime, events } = this.#context
    const error = new ReauthorizationRequiredError(row.key, 'no_refresh_token')
    const mayBeGood = onDemand && runtime.clock.now() < held.expiresAt
    if (mayBeGood || row.unrefreshable === held.version) return error
    row.unrefreshable = held.version
    events.emit('reauthorization_required', { key: row.key, error })
    return error
  }

  /** A refresh that did not work this time: the next one waits a little. */
  #failed(row: TokenRow, error: unknown): unknown {
    const { runtime, settings, events } = this.#context
    const ofAsana = error instanceof TokenRequestError ? error : undefined
    const waitMs = Math.ceil(cooldownMs(ofAsana?.retryAfterMs, settings.cooldownMs, runtime.random()))
    const told = error instanceof AsanaError ? error : safeCause(error)
    row.cooldown = { until: runtime.clock.elapsed() + waitMs, error: told }
    events.emit('refresh_failed', { key: row.key, error: told })
    return ofAsana?.retryable ? new RefreshUnavailableError(row.key, ofAsana.message, waitMs, ofAsana) : error
  }

  /** Moves a row to the first key while it is in hand. Losing against another write is fine. */
  async #reseal(row: TokenRow, held: HeldToken, entry: VaultEntry): Promise<void> {
    const { vault, events } = this.#context
    const version = await vault.rewrite(row.key, entry)
    held.version = version
    events.emit('resealed', { key: row.key, keyId: vault.primaryKeyId })
  }
}
