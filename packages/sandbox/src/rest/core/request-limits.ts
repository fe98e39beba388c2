import type { Exchange } from '../../http/exchange.ts'
import type { Admission } from '../../http/target.ts'
import type { Realm } from '../../realm.ts'
import { ApiError, apiErrorReply, rateLimitMessage } from './api-error.ts'
import { bearerToken } from './viewer.ts'

interface Usage {
  windowStartMs: number
  requests: number
  reads: number
  writes: number
}

const windowMs = 60_000

/** Asana's limits are per token: requests in a minute, and requests in flight. Refused requests count too. */
export class RequestLimits {
  readonly #realm: Realm
  readonly #usage = new Map<string, Usage>()

  constructor(realm: Realm) {
    this.#realm = realm
  }

  admit(exchange: Exchange): Admission {
    // Without limits there is nothing to remember about the tokens, and there may be very many.
    if (!this.#isLimited) return { admitted: true, release: () => {} }
    const usage = this.#usageOf(bearerToken(exchange) ?? '')
    const retryAfterS = this.#count(usage)
    if (retryAfterS !== undefined) return refusal(retryAfterS)
    const { maxConcurrentReads, maxConcurrentWrites } = this.#realm.settings
    const kind = exchange.method === 'GET' ? 'reads' : 'writes'
    const most = kind === 'reads' ? maxConcurrentReads : maxConcurrentWrites
    if (most !== undefined && usage[kind] >= most) return refusal(1)
    usage[kind] += 1
    return {
      admitted: true,
      release: () => {
        usage[kind] -= 1
      },
    }
  }

  /** Each action of a batch is a request of its own to the rate limit. */
  countBatchAction(token: string): void {
    if (!this.#isLimited) return
    const retryAfterS = this.#count(this.#usageOf(token))
    if (retryAfterS !== undefined) throw tooManyRequests(retryAfterS)
  }

  get #isLimited(): boolean {
    const { rateLimitPerMinute, maxConcurrentReads, maxConcurrentWrites } = this.#realm.settings
    return (rateLimitPerMinute ?? maxConcurrentReads ?? maxConcurrentWrites) !== undefined
  }

  /** Counts one request; the seconds to wait where that was one too many. */
  #count(usage: Usage): number | undefined {
    const most = this.#realm.settings.rateLimitPerMinute
    const now = this.#realm.clock.now()
    if (now - usage.windowStartMs >= windowMs) {
      usage.windowStartMs = now
      usage.requests = 0
    }
    usage.requests += 1
    if (most === undefined || usage.requests <= most) return undefined
    return Math.max(1, Math.ceil((usage.windowStartMs + windowMs - now) / 1000))
  }

  #usageOf(token: string): Usage {
    let usage = this.#usage.get(token)
    if (usage === undefined) {
      usage = { windowStartMs: this.#realm.clock.now(), requests: 0, reads: 0, writes: 0 }
      this.#usage.set(token, usage)
    }
    return usage
  }
}

function tooManyRequests(retryAfterS: number): ApiError {
  return new ApiError(429, rateLimitMessage, { 'retry-after': String(retryAfterS) })
}

function refusal(retryAfterS: number): Admission {
  return { admitted: false, refusal: apiErrorReply(tooManyRequests(retryAfterS)) }
}
