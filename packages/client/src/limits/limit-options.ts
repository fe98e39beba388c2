import { AsanaRequestError } from '../errors/request-error.ts'
import type { RuntimeOptions } from '../transport/runtime.ts'

/** How many requests of one token go out (Asana docs: Rate limits). Every number is a positive integer. */
export interface RateLimitsOptions {
  /** The workspace's plan, for the requests a minute: 150 on a free one, 1500 on a paid one. */
  readonly plan?: 'free' | 'paid' | undefined
  /** Instead of a plan's; no limit if neither is given, since a token may reach workspaces of both kinds. */
  readonly requestsPerMinute?: number | undefined
  /** 60 if not given. */
  readonly searchesPerMinute?: number | undefined
  /** At once; 50 if not given. */
  readonly reads?: number | undefined
  /** At once; 15 if not given. */
  readonly writes?: number | undefined
  /** Requests at once that duplicate, instantiate or export; 5 if not given. */
  readonly jobs?: number | undefined
  /** How many may queue; 10 000 if not given. What is beyond is refused: `queue_full`. */
  readonly maxQueued?: number | undefined
  /** For tests. */
  readonly runtime?: RuntimeOptions | undefined
}

/** The same with what was left out filled in, and nothing impossible. */
export interface LimitNumbers {
  readonly requestsPerMinute: number
  readonly searchesPerMinute: number
  readonly reads: number
  readonly writes: number
  readonly jobs: number
  readonly maxQueued: number
}

const perMinute = { free: 150, paid: 1500 }

/** @throws {AsanaRequestError} `invalid_option` */
export function limitNumbers(options: RateLimitsOptions): LimitNumbers {
  const { plan } = options
  if (plan !== undefined && !Object.hasOwn(perMinute, plan)) throw invalid('plan', "must be 'free' or 'paid'")
  return {
    requestsPerMinute: positive(
      'requestsPerMinute',
      options,
      plan ? perMinute[plan] : Number.POSITIVE_INFINITY,
    ),
    searchesPerMinute: positive('searchesPerMinute', options, 60),
    reads: positive('reads', options, 50),
    writes: positive('writes', options, 15),
    jobs: positive('jobs', options, 5),
    maxQueued: positive('maxQueued', options, 10_000),
  }
}

function positive(name: keyof LimitNumbers, options: RateLimitsOptions, otherwise: number): number {
  const value = options[name]
  if (value === undefined) return otherwise
  if (value === Number.POSITIVE_INFINITY || (Number.isSafeInteger(value) && value > 0)) return value
  throw invalid(name, 'must be a positive integer, or Infinity')
}

function invalid(name: string, rule: string): AsanaRequestError {
  return new AsanaRequestError(`limits.${name} ${rule}.`, { code: 'invalid_option' })
}
