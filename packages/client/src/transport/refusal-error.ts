import type { AsanaError } from '../errors/asana-error.ts'
import { AsanaRequestError } from '../errors/request-error.ts'
import { RateLimitError } from '../errors/status-errors.ts'
import type { Refusal } from '../limits/rate-limits.ts'
import type { Call } from './call.ts'

/** Which error it is that the token's limits do not even let a call queue. */
export function refusalError({ method, path }: Call, refusal: Refusal): AsanaError {
  if (refusal.reason === 'queue_full') {
    return new AsanaRequestError(
      `${method} ${path}: not sent, too many requests of this token are waiting. Send them at a slower pace.`,
      { code: 'queue_full' },
    )
  }
  // What Asana would answer: it counts refused requests, too.
  return new RateLimitError(
    `${method} ${path}: not sent, Asana asked this token to wait for longer than maxWaitMs. Wait for retryAfterMs.`,
    { code: 'rate_limited', status: 429, errors: [], method, path, retryAfterMs: refusal.retryAfterMs },
  )
}
