import type { AsanaUserCredentials } from '../credentials/asana-user-credentials.ts'
import type { TokenSettings } from './token-settings.ts'

/** The times of a token's life, in milliseconds since the epoch; Infinity when its expiry is unknown. */
export interface TokenTimes {
  /** From here on a refresh runs in the background. */
  readonly softAt: number
  /** From here on callers wait for a refresh. */
  readonly hardAt: number
  /** From here on the token is of no use. */
  readonly expiresAt: number
}

/**
 * @param random in [0, 1): spreads the start of the soft window, so that processes that hold the
 *   same token do not all start at once
 */
export function tokenTimes(
  credentials: AsanaUserCredentials,
  windows: Pick<TokenSettings, 'softWindowMs' | 'hardWindowMs'>,
  random: number,
): TokenTimes {
  const { expiresAt, expiresIn } = credentials
  // Unknown expiry: the token is used until Asana answers 401.
  if (expiresAt === undefined) return { softAt: Infinity, hardAt: Infinity, expiresAt: Infinity }
  // Nothing to refresh it with: it is good until it ends.
  if (credentials.refreshToken === undefined) return { softAt: expiresAt, hardAt: expiresAt, expiresAt }
  const lifetimeMs = expiresIn === undefined ? Infinity : expiresIn * 1000
  // A token that lives for a minute must not be in its soft window all its life.
  const hard = Math.min(windows.hardWindowMs, lifetimeMs / 10)
  const soft = Math.max(hard, Math.min(windows.softWindowMs, lifetimeMs / 2) * (1 - 0.2 * random))
  return { softAt: expiresAt - soft, hardAt: expiresAt - hard, expiresAt }
}
