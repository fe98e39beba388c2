import { TokenRequestError } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cooldownMs, retryDelayMs } from '../src/tokens/retry-delay.ts'

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const busy = (retryAfterMs?: number) =>
  new TokenRequestError('busy', {
    code: 'token_endpoint_unavailable',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  })

describe('the wait before the next attempt', () => {
  it('is never shorter than what Asana asked for, and spread by up to a quarter of it', () => {
    fc.assert(
      fc.property(fc.nat(600_000), fc.integer({ min: 1, max: 3 }), random, (askedMs, attempt, r) => {
        const delayMs = retryDelayMs(busy(askedMs), attempt, r)
        expect(delayMs).toBeGreaterThanOrEqual(askedMs)
        expect(delayMs).toBeLessThanOrEqual(askedMs + Math.max(askedMs / 4, 200))
      }),
    )
    expect(retryDelayMs(busy(1000), 1, 0.5)).toBe(1125)
    expect(retryDelayMs(busy(0), 1, 0.5)).toBe(100)
  })

  it('doubles where Asana asked for none', () => {
    expect([1, 2, 3].map(attempt => retryDelayMs(busy(), attempt, 0.5))).toEqual([200, 400, 800])
    expect([0, 0.999].map(r => Math.round(retryDelayMs(busy(), 1, r)))).toEqual([100, 300])
  })
})

describe('the pause of a row after a refresh that failed', () => {
  it('is what Asana asked for, spread, from cooldownMs to five minutes', () => {
    expect(cooldownMs(undefined, 5000, 0.5)).toBe(5000)
    expect(cooldownMs(1, 5000, 0.5)).toBe(5000)
    expect(cooldownMs(60_000, 5000, 0)).toBe(60_000)
    expect(cooldownMs(60_000, 5000, 0.5)).toBe(67_500)
    expect(cooldownMs(86_400_000, 5000, 0.999)).toBe(300_000)
  })
})

describe('two processes that Asana asked to wait', () => {
  it('do not come back at the same moment', async () => {
    await using scene = await Scene.open()
    await scene.connect('u')
    const waits: number[] = []
    for (const random of [0, 0.8]) {
      const clock = { ...scene.clock, sleep: async (ms: number) => void waits.push(ms) }
      const auth = scene.anotherManager({ clock, random: () => random })
      scene.sandbox.faults.add({
        at: 'token',
        fault: { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
      })
      await auth.refresh('u')
    }
    expect(waits).toEqual([2000, 2400])
  })
})
