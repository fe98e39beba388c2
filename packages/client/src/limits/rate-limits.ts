import { type ClientRuntime, completeRuntime } from '../transport/runtime.ts'
import type { Demand, Kind } from './demand.ts'
import { type Gate, Slots } from './gate.ts'
import { limitNumbers, type RateLimitsOptions } from './limit-options.ts'
import { RollingMinute } from './rolling-minute.ts'
import { Wake } from './wake.ts'

/** Why a request may not even queue. */
export type Refusal =
  /** Asana asked this token to wait for longer than the caller would. */
  { readonly reason: 'paused'; readonly retryAfterMs: number } | { readonly reason: 'queue_full' }

interface Waiter extends Demand {
  readonly arrival: number
  readonly maxWaitMs: number
  /** Admitted, or refused. */
  readonly end: (refusal?: Refusal) => void
}

/**
 * The limits of one token, kept on this side, so that Asana has nothing to refuse. Give the same object
 * to all clients of that token. What exceeds a limit queues: first in, first out, for each kind of request.
 */
export class RateLimits {
  readonly #runtime: ClientRuntime
  readonly #maxQueued: number
  readonly #gates: Readonly<Record<Kind, readonly Gate[]>>
  readonly #lanes: Readonly<Record<Kind, Set<Waiter>>>
  readonly #wake: Wake
  #arrivals = 0
  #queued = 0
  #pausedUntilMs = 0

  /** @throws {AsanaRequestError} `invalid_option` */
  constructor(options: RateLimitsOptions = {}) {
    const most = limitNumbers(options)
    this.#runtime = completeRuntime(options.runtime)
    this.#maxQueued = most.maxQueued
    const minute = this.#perMinute(most.requestsPerMinute)
    const [reads, writes] = [new Slots(most.reads), new Slots(most.writes)]
    this.#gates = {
      read: [reads, ...minute],
      search: [reads, ...this.#perMinute(most.searchesPerMinute), ...minute],
      write: [writes, ...minute],
      job: [writes, new Slots(most.jobs), ...minute],
    }
    this.#lanes = { read: new Set(), search: new Set(), write: new Set(), job: new Set() }
    this.#wake = new Wake(this.#runtime.clock, () => this.#admitWaiting())
  }

  /** How many requests queue right now. */
  get queued(): number {
    return this.#queued
  }

  /**
   * Lets a request out: at once, then it returns nothing; or later. What was let out must `leave`; what
   * is refused must not.
   * @throws the reason of an aborted `signal`, at once, as the rejection
   */
  enter(
    demand: Demand,
    signal?: AbortSignal | null,
    maxWaitMs = Number.POSITIVE_INFINITY,
  ): Promise<Refusal | undefined> | undefined {
    const pausedMs = this.#pausedMs()
    if (this.#queued === 0 && pausedMs === 0 && this.#tryGates(demand) === undefined) return undefined
    if (pausedMs > maxWaitMs) return Promise.resolve({ reason: 'paused', retryAfterMs: pausedMs })
    if (this.#queued >= this.#maxQueued) return Promise.resolve({ reason: 'queue_full' })
    if (signal?.aborted) return Promise.reject(signal.reason)
    return this.#queue(demand, signal, maxWaitMs)
  }

  /** The request is over: its answer was read, or nobody will. */
  leave({ kind, weight }: Demand): void {
    for (const gate of this.#gates[kind]) gate.leave(weight)
    if (this.#queued > 0) this.#admitWaiting()
  }

  /** Nothing goes out for `ms`: Asana asked this token to wait. */
  pause(ms: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, this.#runtime.clock.elapsed() + ms)
    const retryAfterMs = this.#pausedMs()
    for (const lane of Object.values(this.#lanes)) {
      for (const waiter of lane) {
        if (waiter.maxWaitMs < retryAfterMs) waiter.end({ reason: 'paused', retryAfterMs })
      }
    }
    this.#admitWaiting()
  }

  #queue(
    { kind, weight }: Demand,
    signal: AbortSignal | null | undefined,
    maxWaitMs: number,
  ): Promise<Refusal | undefined> {
    return new Promise((resolve, reject) => {
      const lane = this.#lanes[kind]
      const away = () => {
        lane.delete(waiter)
        this.#queued--
        signal?.removeEventListener('abort', abandon)
      }
      const abandon = () => {
        away()
        reject(signal?.reason)
        // Others may have waited for this one alone.
        this.#admitWaiting()
      }
      const end = (refusal?: Refusal) => {
        away()
        resolve(refusal)
      }
      const waiter: Waiter = { kind, weight, arrival: this.#arrivals++, maxWaitMs, end }
      lane.add(waiter)
      this.#queued++
      signal?.addEventListener('abort', abandon)
      this.#admitWaiting()
    })
  }

  /** Lets out whoever may go, by arrival; then arranges to be woken when the next one may. */
  #admitWaiting(): void {
    const pausedMs = this.#pausedMs()
    const waitMs = pausedMs > 0 ? pausedMs : this.#admitByArrival()
    this.#wake.set(this.#queued > 0 ? waitMs : Number.POSITIVE_INFINITY)
  }

  /** How long it takes, at the least, until another one may go. */
  #admitByArrival(): number {
    let waitMs = Number.POSITIVE_INFINITY
    // Whoever waits at a gate keeps the younger ones from slipping through it: the ten actions of a
    // batch would never find room for ten.
    const shut = new Set<Gate>()
    for (let next = this.#oldest(shut); next; next = this.#oldest(shut)) {
      const gate = this.#tryGates(next)
      if (gate === undefined) {
        next.end()
      } else {
        shut.add(gate)
        waitMs = Math.min(waitMs, gate.waitMs(next.weight))
      }
    }
    return waitMs
  }

  /** The first to arrive of those who wait at no shut gate. */
  #oldest(shut: ReadonlySet<Gate>): Waiter | undefined {
    let oldest: Waiter | undefined
    for (const lane of Object.values(this.#lanes)) {
      const first: Waiter | undefined = lane.values().next().value
      if (!first || (oldest && oldest.arrival < first.arrival)) continue
      if (!this.#gates[first.kind].some(gate => shut.has(gate))) oldest = first
    }
    return oldest
  }

  /** Passes all gates, or none and returns the one that is closed. */
  #tryGates({ kind, weight }: Demand): Gate | undefined {
    const gates = this.#gates[kind]
    for (const gate of gates) if (gate.waitMs(weight) > 0) return gate
    for (const gate of gates) gate.enter(weight)
    return undefined
  }

  #pausedMs(): number {
    // Asking for the time is the dearest part of letting a request out.
    if (this.#pausedUntilMs === 0) return 0
    const leftMs = this.#pausedUntilMs - this.#runtime.clock.elapsed()
    if (leftMs <= 0) this.#pausedUntilMs = 0
    return Math.max(0, leftMs)
  }

  #perMinute(most: number): Gate[] {
    return most === Number.POSITIVE_INFINITY
      ? []
      : [new RollingMinute(most, () => this.#runtime.clock.elapsed())]
  }
}
