import type { EndpointName } from '../http/endpoint.ts'
import { type OutcomeCount, OutcomeTally } from './outcome-count.ts'

/** Exact numbers since the start or the last `reset()`. */
export interface CounterSnapshot {
  readonly authorize: OutcomeCount
  readonly consent: OutcomeCount
  readonly token: OutcomeCount & {
    readonly authorization_code: OutcomeCount
    readonly refresh_token: OutcomeCount
    /** By `grant_type` as sent; `(none)` where there was none. */
    readonly byGrantType: Readonly<Record<string, OutcomeCount>>
  }
  readonly revoke: OutcomeCount
  readonly token_info: OutcomeCount
  readonly discovery: OutcomeCount
  readonly jwks: OutcomeCount
  readonly userinfo: OutcomeCount
  readonly download: OutcomeCount
  /** By `METHOD /path/{template}`, without `/api/1.0`; `(no route)` for what matched none. */
  readonly api: OutcomeCount & { readonly byRoute: Readonly<Record<string, OutcomeCount>> }
  /** The most requests that were in flight at one time. */
  readonly maxInFlight: { readonly reads: number; readonly writes: number; readonly token: number }
}

/** `sandbox.counters`: the snapshot's numbers, live. */
export interface Counters extends CounterSnapshot {
  snapshot(): CounterSnapshot
  reset(): void
}

export type FlightKind = 'reads' | 'writes' | 'token'

export class CounterBook implements Counters {
  #tallies = new Map<string, OutcomeTally>()
  #max = { reads: 0, writes: 0, token: 0 }
  readonly #inFlight = { reads: 0, writes: 0, token: 0 }

  /** The tallies a request counts in: its endpoint's, and its grant type's or route's. */
  tallies(endpoint: EndpointName, detail: string | undefined): OutcomeTally[] {
    const whole = this.#tally(endpoint)
    return detail === undefined ? [whole] : [whole, this.#tally(`${endpoint} ${detail}`)]
  }

  enter(kind: FlightKind | undefined): () => void {
    if (kind === undefined) return () => {}
    this.#inFlight[kind] += 1
    this.#max[kind] = Math.max(this.#max[kind], this.#inFlight[kind])
    return () => {
      this.#inFlight[kind] -= 1
    }
  }

  reset(): void {
    // Requests still in flight keep the tallies they arrived with: the new ones start at zero.
    this.#tallies = new Map()
    this.#max = { ...this.#inFlight }
  }

  snapshot(): CounterSnapshot {
    const { authorize, consent, token, revoke, token_info, discovery, jwks, userinfo, download, api } = this
    const { maxInFlight } = this
    return {
      ...{ authorize, consent, token, revoke, token_info, discovery, jwks, userinfo, download, api },
      maxInFlight,
    }
  }

  /** What `JSON.stringify(sandbox.counters)` shows. */
  toJSON(): CounterSnapshot {
    return this.snapshot()
  }

  get authorize(): OutcomeCount {
    return this.#tally('authorize').count
  }
  get consent(): OutcomeCount {
    return this.#tally('consent').count
  }
  get token(): CounterSnapshot['token'] {
    return {
      ...this.#tally('token').count,
      authorization_code: this.#tally('token authorization_code').count,
      refresh_token: this.#tally('token refresh_token').count,
      byGrantType: this.#details('token'),
    }
  }
  get revoke(): OutcomeCount {
    return this.#tally('revoke').count
  }
  get token_info(): OutcomeCount {
    return this.#tally('token_info').count
  }
  get discovery(): OutcomeCount {
    return this.#tally('discovery').count
  }
  get jwks(): OutcomeCount {
    return this.#tally('jwks').count
  }
  get userinfo(): OutcomeCount {
    return this.#tally('userinfo').count
  }
  get download(): OutcomeCount {
    return this.#tally('download').count
  }
  get api(): CounterSnapshot['api'] {
    return { ...this.#tally('api').count, byRoute: this.#details('api') }
  }
  get maxInFlight(): CounterSnapshot['maxInFlight'] {
    return { ...this.#max }
  }

  #tally(key: string): OutcomeTally {
    let tally = this.#tallies.get(key)
    if (tally === undefined) {
      tally = new OutcomeTally()
      this.#tallies.set(key, tally)
    }
    return tally
  }

  #details(endpoint: EndpointName): Record<string, OutcomeCount> {
    const details: Record<string, OutcomeCount> = {}
    for (const [key, tally] of this.#tallies) {
      const count = tally.count
      // A tally that was only looked at is not a request that arrived.
      if (key.startsWith(`${endpoint} `) && count.total > 0) details[key.slice(endpoint.length + 1)] = count
    }
    return details
  }
}
