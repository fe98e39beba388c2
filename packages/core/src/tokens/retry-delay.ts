import type { TokenRequestError } from '../errors/token-errors.ts'

const FIRST_DELAY_MS = 200
const MAX_COOLDOWN_MS = 5 * 60_000

/**
 * How long to wait before the next attempt of one refresh.
 * @param random in [0, 1): all processes were told the same `Retry-After`, and coming back together
 *   would be the burst that it was to prevent
 */
export function retryDelayMs({ retryAfterMs }: TokenRequestError, attempt: number, random: number): number {
  const backoffMs = FIRST_DELAY_MS * 2 ** (attempt - 1)
  return retryAfterMs === undefined
    ? backoffMs * (0.5 + random)
    : retryAfterMs + Math.max(retryAfterMs / 4, FIRST_DELAY_MS) * random
}

/** How long a row is left alone after a refresh that failed. A proxy may ask for a day; nobody is locked out for so long on its word. */
export function cooldownMs(retryAfterMs: number | undefined, leastMs: number, random: number): number {
  const askedMs = (retryAfterMs ?? 0) * (1 + random / 4)
  return Math.max(leastMs, Math.min(askedMs, MAX_COOLDOWN_MS))
}
