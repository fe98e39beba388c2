/** The sandbox's time. Every expiry, `exp` and `created_at` is read from it, never from `Date` directly. */
export interface SandboxClock {
  /** Milliseconds since the Unix epoch, in sandbox time. */
  now(): number
  /** Moves the time forward by `ms` milliseconds, at once. */
  advance(ms: number): void
  /** Sets the time to `ms` milliseconds since the Unix epoch. It runs on from there. */
  set(ms: number): void
}

/**
 * Real time plus an offset: it runs by itself, so nothing that waits can hang, and advancing is instant,
 * so no test has to sleep until a token has expired.
 */
export function createClock(): SandboxClock {
  let offsetMs = 0
  return {
    now: () => Date.now() + offsetMs,
    advance(ms) {
      offsetMs += finite(ms)
    },
    set(ms) {
      offsetMs = finite(ms) - Date.now()
    },
  }
}

/** A clock that stands still until it is moved: for tests that compare exact seconds. */
export function createFrozenClock(startMs: number = Date.now()): SandboxClock {
  let nowMs = finite(startMs)
  return {
    now: () => nowMs,
    advance(ms) {
      nowMs += finite(ms)
    },
    set(ms) {
      nowMs = finite(ms)
    },
  }
}

// A NaN here would make every later comparison false, and tokens would neither live nor expire.
function finite(ms: number): number {
  if (!Number.isFinite(ms)) throw new TypeError(`The sandbox clock takes milliseconds, not ${String(ms)}`)
  return ms
}

/** Whole seconds since the Unix epoch, as `exp` and `iat` are written. */
export function epochSeconds(clock: SandboxClock): number {
  return Math.floor(clock.now() / 1000)
}
