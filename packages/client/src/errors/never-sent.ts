/**
 * What runtimes call a connection that never came about: no address, nobody there, no way. Node.js and
 * undici have codes for it, Bun has its own.
 */
const codes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
])

/** Whether an error of `fetch` says that nothing was sent. Where it says nothing, something may have been. */
export function neverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // When a host has several addresses, all attempts are in one error.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverSent)
  return codes.has((error as { code?: unknown }).code) || neverSent(error.cause)
}
