import { ConformanceError } from './assertions.ts'

/**
 * What has to be done before a lifetime is over. A promise that was broken only after that is none: the machine
 * was busy, and it is tried once more with twice the lifetime.
 *
 * @param act gets the number of the attempt, for a key that no earlier one has used
 */
export async function inTime<T>(
  ttlMs: number,
  act: (ttlMs: number, attempt: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1, lifetime = ttlMs; ; attempt++, lifetime *= 2) {
    const began = performance.now()
    try {
      return await act(lifetime, attempt)
    } catch (error) {
      if (!(error instanceof ConformanceError) || performance.now() - began < lifetime) throw error
    }
  }
}
