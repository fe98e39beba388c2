import type { Exchange } from '../../http/exchange.ts'
import type { Admission } from '../../http/target.ts'
import type { Realm } from '../../realm.ts'
import { ApiError, apiErrorReply, rateLimitMessage } from './api-error.ts'
import type { Route } from './route.ts'
import { bearerToken } from './viewer.ts'

interface Usage {
  windowStartMs: number
  requests: number
  searches: number
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

  admit(exchange: Exchange, route: Route | undefined): Admission {
    // Without limits there is nothing to remember about the tokens, and there may be very many.
    if (!this.#isLimited) return { admitted: true, release: () => {} }
    const usage = this.#usageOf(bearerToken(exchange) ?? '')
    const retryAfterS = this.#count(usage, route?.template.endsWith('/search') ?? false)
    if (retryAfterS !== undefined) return refusal(retryAfterS)
    const { maxConcurrentReads, maxConcurrentWrites, concurrencyRetryAfter } = this.#realm.settings
    const kind = exchange.method === 'GET' ? 'reads' : 'writes'
    const most = kind === 'reads' ? maxConcurrentReads : maxConcurrentWrites
    if (most !== undefined && usage[kind] >= most) return refusal(concurrencyRetryAfter ? 1 : undefined)
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
    const retryAfterS = this.#count(this.#usageOf(token), false)
    if (retryAfterS !== undefined) throw tooManyRequests(retryAfterS)
  }

  get #isLimited(): boolean {
    const { settings } = this.#realm
    const limits = [
      ...[settings.rateLimitPerMinute, settings.searchRateLimitPerMinute],
      ...[settings.maxConcurrentReads, settings.maxConcurrentWrites],
    ]
    return limits.some(limit => limit !== undefined)
  }

  /** Counts one request; the seconds to wait where that was one too many. */
  #count(usage: Usage, isSearch: boolean): number | undefined {
    const { rateLimitPerMinute, searchRateLimitPerMinute } = this.#realm.settings
    const now = this.#realm.clock.now()
    if (now - usage.windowStartMs >= windowMs) {
      usage.windowStartMs = now
      usage.requests = 0
      usage.searches = 0
    }
    usage.requests += 1
    if (isSearch) usage.searches += 1
    const tooMany =
      exceeds(usage.requests, rateLimitPerMinute) ||
      (isSearch && exceeds(usage.searches, searchRateLimitPerMinute))
    if (!tooMany) return undefined
    return Math.max(1, Math.ceil((usage.windowStartMs + windowMs - now) / 1000))
  }

  #usageOf(token: string): Usage {
    let usage = this.#usage.get(token)
    if (usage === undefined) {
      usage = { windowStartMs: this.#realm.clock.now(), requests: 0, searches: 0, reads: 0, writes: 0 }
      this.#usage.set(token, usage)
    }
    return usage
  }
}

function exceeds(count: number, most: number | undefined): boolean {
  return most !== undefined && count > most
}

function tooManyRequests(retryAfterS: number | undefined): ApiError {
  const headers = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }
  return new ApiError(429, rateLimitMessage, headers)
}

function refusal(retryAfterS: number | undefined): Admission {
  return { admitted: false, refusal: apiErrorReply(tooManyRequests(retryAfterS)) }
}
