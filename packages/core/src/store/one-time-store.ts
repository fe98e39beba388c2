/**
 * Values that can be read once: OAuth state, secret ids. Namespaces keep applications apart; both
 * methods reject with `StoreUnavailableError` when the storage cannot be reached.
 */
export interface OneTimeStore {
  /** Keeps `value` for `ttlMs`. A key that is there already is replaced. */
  put(key: string, value: string, ttlMs: number): Promise<void>
  /** The value, to exactly one of all callers in all processes; undefined to the others and after `ttlMs`. */
  take(key: string): Promise<string | undefined>
}
