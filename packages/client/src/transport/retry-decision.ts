import type { RetrySettings } from './retry-options.ts'

/** How an attempt ended that did not succeed. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfterMs: number | undefined }
  /** No answer. `sent`: the request may have reached Asana. */
  | { readonly kind: 'failure'; readonly sent: boolean }

export interface Attempted {
  readonly method: string
  /** A stream is gone once it was sent. */
  readonly repeatable: boolean
  /** How often it was tried so far, this one included. */
  readonly tries: number
}

/** Doing these twice is doing them once (RFC 9110, section 9.2.2). */
const idempotent: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE'])

/**
 * How long to wait before the next attempt, in ms; `undefined` if there is none. `random` is in [0, 1).
 *
 * A write that may have been done is not repeated, unless twice is as good as once. A 429 says that
 * nothing was done, and so does a connection that never came about.
 */
export function retryWaitMs(
  outcome: Outcome,
  { method, repeatable, tries }: Attempted,
  { retries, baseMs, maxWaitMs }: RetrySettings,
  random: () => number,
): number | undefined {
  if (!repeatable || tries > retries) return undefined
  const nothingDone = outcome.kind === 'failure' ? !outcome.sent : outcome.status === 429
  if (!nothingDone && !idempotent.has(method)) return undefined
  if (outcome.kind === 'answer') {
    if (outcome.status !== 429 && outcome.status < 500) return undefined
    const { retryAfterMs } = outcome
    if (retryAfterMs !== undefined) {
      if (retryAfterMs > maxWaitMs) return undefined
      // A little later than asked for, and not the same for all who were told to come back then.
      return retryAfterMs + random() * baseMs
    }
  }
  // Full jitter: whoever failed together does not come back together.
  return random() * Math.min(maxWaitMs, baseMs * 2 ** (tries - 1))
}
