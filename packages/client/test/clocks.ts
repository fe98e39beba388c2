import { onTestFinished, vi } from 'vitest'
import type { ClientRuntime } from '../src/index.ts'

export interface SkippingRuntime extends ClientRuntime {
  /** The waits so far, in ms. */
  readonly waits: number[]
}

/** Whoever sleeps wakes at once, and the time has passed. */
export function skippingRuntime(random = 0.5): SkippingRuntime {
  let now = 0
  const waits: number[] = []
  const sleep = async (ms: number) => {
    waits.push(ms)
    now += ms
  }
  return { waits, random: () => random, clock: { now: () => now, elapsed: () => now, sleep } }
}

export interface ManualRuntime extends ClientRuntime {
  /** How many sleep right now. */
  readonly sleeping: number
  /** Until somebody sleeps. */
  readonly asleep: Promise<void>
  /** Lets time pass, and those wake whose time it is. */
  advance(ms: number): Promise<void>
}

/** Time stands still until a test moves it. */
export function manualRuntime(random = 0): ManualRuntime {
  let now = 0
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>()
  let fallAsleep = () => {}
  const asleep = new Promise<void>(resolve => {
    fallAsleep = resolve
  })
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>(resolve => {
      const wake = () => {
        sleepers.delete(sleeper)
        resolve()
      }
      const sleeper = { at: now + ms, wake }
      sleepers.add(sleeper)
      fallAsleep()
      signal?.addEventListener('abort', wake)
    })
  return {
    random: () => random,
    clock: { now: () => now, elapsed: () => now, sleep },
    asleep,
    get sleeping() {
      return sleepers.size
    },
    async advance(ms) {
      now += ms
      for (const { at, wake } of [...sleepers]) if (at <= now) wake()
      // Whoever was woken goes on before the test does.
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

/**
 * Timeouts end when the test lets them, and not because the machine was busy for so long: a request that timed out
 * before it arrived shows nothing of what becomes of one that hangs. Of the global timers only; what waits on the
 * network has others.
 */
export function manualTimeouts(): (ms: number) => Promise<unknown> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  return ms => vi.advanceTimersByTimeAsync(ms)
}
