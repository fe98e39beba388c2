import { isIPv6 } from 'node:net'
import { type Clock, ConfigurationError } from '@x/asana-auth-core'
import type { Principal } from '../auth/principal.ts'
import { BoundedMap } from '../bounded-map.ts'
import { ApiError } from './api-error.ts'

/** Requests in a minute, of one process. */
export interface RateLimits {
  /** With all tokens of one organization. Default 6000. */
  readonly organizationPerMinute: number
  /** For one external user of one organization, whoever calls. Default 600. */
  readonly userPerMinute: number
  /** From one network address, to what needs no token: token requests and the consent. Default 60. */
  readonly addressPerMinute: number
}

/** What holds where nothing else is said. */
export const defaultRateLimits: RateLimits = {
  organizationPerMinute: 6000,
  userPerMinute: 600,
  addressPerMinute: 60,
}

/**
 * With what holds where nothing is said, which is also what `undefined` says.
 * @throws ConfigurationError `invalid_option`: against what is no number, every request would be one too many
 */
export function rateLimits(given: Partial<RateLimits> = {}): RateLimits {
  const limits = { ...defaultRateLimits }
  for (const name of ['organizationPerMinute', 'userPerMinute', 'addressPerMinute'] as const) {
    const { [name]: limit = limits[name] } = given
    if (typeof limit !== 'number' || !(limit >= 0)) {
      throw new ConfigurationError('invalid_option', `limits.${name} must be a number from 0.`)
    }
    limits[name] = limit
  }
  return limits
}

const WINDOW_MS = 60_000
const MAX_KEYS = 20_000

/** Counts in windows of a minute that begin with the first request. */
export class RateLimiter {
  readonly #limits: RateLimits
  readonly #clock: Pick<Clock, 'elapsed'>
  readonly #windows = new BoundedMap<string, { readonly endsAt: number; count: number }>(MAX_KEYS)

  constructor(limits: RateLimits, clock: Pick<Clock, 'elapsed'>) {
    this.#limits = limits
    this.#clock = clock
  }

  /** @throws ApiError 429 `rate_limited` */
  countPrincipal(principal: Principal): void {
    const { organizationId } = principal
    this.#count('organization', organizationId, this.#limits.organizationPerMinute)
    if (principal.kind === 'scoped') this.countUser(organizationId, principal.externalUserId)
  }

  /** @throws ApiError 429 `rate_limited` */
  countUser(organizationId: string, externalUserId: string): void {
    this.#count('user', `${organizationId}:${externalUserId}`, this.#limits.userPerMinute)
  }

  /** @throws ApiError 429 `rate_limited` */
  countAddress(address: string | undefined): void {
    this.#count('address', network(address ?? ''), this.#limits.addressPerMinute)
  }

  #count(what: 'organization' | 'user' | 'address', whose: string, limit: number): void {
    const name = `${what}:${whose}`
    const now = this.#clock.elapsed()
    let window = this.#windows.get(name)
    if (!window || now >= window.endsAt) {
      window = { endsAt: now + WINDOW_MS, count: 0 }
      this.#windows.set(name, window)
    }
    window.count += 1
    if (window.count <= limit) return
    throw new ApiError({
      status: 429,
      code: 'rate_limited',
      message: `This ${what} has sent more than ${limit} requests in a minute.`,
      retryAfterMs: window.endsAt - now,
    })
  }
}

/** One customer of a provider has 2^64 addresses of IPv6: they count as one. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':')
  if (tail !== undefined) {
    const rest = tail.split(':')
    while (groups.length + rest.length < 8) groups.push('0')
    groups.push(...rest)
  }
  return groups.slice(0, 4).join(':')
}
