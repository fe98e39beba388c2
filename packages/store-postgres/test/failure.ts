/** The error that a call rejects with. */
export function failure(call: Promise<unknown>): Promise<Error & { code?: string; context?: unknown }> {
  return call.then(
    () => Promise.reject(new Error('it did not fail')),
    error => error,
  )
}
