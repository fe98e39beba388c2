import { ConfigurationError } from '../errors/configuration-error.ts'
import { given, type Optional } from '../optional.ts'

/** When tokens are refreshed, and how long anything may take. All in milliseconds. */
export interface TokenSettings {
  /** So long before expiry a refresh starts in the background. */
  readonly softWindowMs: number
  /** So long before expiry callers wait for the refresh. */
  readonly hardWindowMs: number
  /** At the latest after so long a process sees what another one changed. */
  readonly revalidateAfterMs: number
  /** How long a crashed process can keep the others from refreshing one row. */
  readonly leaseTtlMs: number
  /** For one refresh at Asana, retries included; less than half of `leaseTtlMs`. */
  readonly redeemTimeoutMs: number
  /** How long to wait for a refresh that another process does. */
  readonly waitTimeoutMs: number
  /** After a refresh that failed, none is tried for so long. */
  readonly cooldownMs: number
  /** For one call to the store, or to an `onRefresh`. */
  readonly storeTimeoutMs: number
  /** Rows that are kept in memory; the least recently used go first. */
  readonly maxRows: number
}

export const defaultTokenSettings: TokenSettings = {
  softWindowMs: 5 * 60_000,
  hardWindowMs: 30_000,
  revalidateAfterMs: 60_000,
  leaseTtlMs: 30_000,
  redeemTimeoutMs: 12_000,
  waitTimeoutMs: 45_000,
  cooldownMs: 5_000,
  storeTimeoutMs: 5_000,
  maxRows: 10_000,
}

/** A timer takes no more than 31 bits: what is longer would fire at once. */
const MAX = 2 ** 31

/** @throws ConfigurationError `invalid_option` */
export function tokenSettings(options: Optional<TokenSettings> = {}): TokenSettings {
  const settings: TokenSettings = { ...defaultTokenSettings, ...given(options) }
  for (const [name, value] of Object.entries(settings)) {
    if (!(name in defaultTokenSettings)) throw invalid(`Unknown option tokens.${name}.`)
    if (!isMilliseconds(value)) throw invalid(`tokens.${name} must be a number from 0 to ${MAX - 1}.`)
  }
  if (settings.redeemTimeoutMs * 2 >= settings.leaseTtlMs) {
    // A lease that ends while its holder is at Asana lets two processes redeem one refresh token.
    throw invalid('tokens.redeemTimeoutMs must be less than half of tokens.leaseTtlMs.')
  }
  return settings
}

/** Whether a timer takes it. */
export function isMilliseconds(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < MAX
}

function invalid(message: string): ConfigurationError {
  return new ConfigurationError('invalid_option', message)
}
