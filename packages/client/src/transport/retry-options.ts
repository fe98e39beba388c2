import { AsanaRequestError } from '../errors/request-error.ts'

/** How often what failed is tried again, and how long that may take. */
export interface RetryOptions {
  /** After the first attempt; 3 if not given. */
  readonly retries?: number | undefined
  /** The longest wait before the first retry; it doubles each time. 500 if not given. */
  readonly baseMs?: number | undefined
  /** No wait is longer: where Asana asks for one, the error comes at once. 60 000 if not given. */
  readonly maxWaitMs?: number | undefined
}

export interface RetrySettings {
  readonly retries: number
  readonly baseMs: number
  readonly maxWaitMs: number
}

const defaults: RetrySettings = { retries: 3, baseMs: 500, maxWaitMs: 60_000 }

/**
 * Options over settings; `false` stands for no retries.
 * @throws {AsanaRequestError} `invalid_option`
 */
export function retrySettings(options: RetryOptions | false = {}, base = defaults): RetrySettings {
  if (options === false) return base.retries === 0 ? base : { ...base, retries: 0 }
  const { retries = base.retries, baseMs = base.baseMs, maxWaitMs = base.maxWaitMs } = options
  if (Number.isSafeInteger(retries) && Math.min(retries, baseMs, maxWaitMs) >= 0) {
    return { retries, baseMs, maxWaitMs }
  }
  throw new AsanaRequestError(
    'retry: retries must be an integer from 0, baseMs and maxWaitMs numbers from 0.',
    {
      code: 'invalid_option',
    },
  )
}
