import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Outcome, retryWaitMs } from '../src/transport/retry-decision.ts'

const settings = { retries: 3, baseMs: 500, maxWaitMs: 60_000 }
const busy: Outcome = { kind: 'answer', status: 429, retryAfterMs: undefined }
const broken: Outcome = { kind: 'answer', status: 503, retryAfterMs: undefined }
const lost: Outcome = { kind: 'failure', sent: true }
const unreachable: Outcome = { kind: 'failure', sent: false }

function decide(outcome: Outcome, { method = 'GET', tries = 1, repeatable = true, random = 0.5 } = {}) {
  return retryWaitMs(outcome, { method, tries, repeatable }, settings, () => random)
}

describe('what is tried again', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('%s after everything that may pass', method => {
    for (const outcome of [busy, broken, lost, unreachable]) {
      expect(decide(outcome, { method })).toBeGreaterThan(0)
    }
  })

  it.each(['POST', 'PATCH'])('%s only where nothing was done', method => {
    for (const outcome of [busy, unreachable]) expect(decide(outcome, { method })).toBeGreaterThan(0)
    for (const outcome of [broken, lost]) expect(decide(outcome, { method })).toBeUndefined()
  })

  it.each([400, 401, 402, 403, 404, 412, 424, 451])('nothing after %i', status => {
    expect(decide({ kind: 'answer', status, retryAfterMs: 1000 })).toBeUndefined()
  })

  it.each([500, 501, 502, 503, 504, 599])('a read after %i', status => {
    expect(decide({ kind: 'answer', status, retryAfterMs: undefined })).toBe(250)
  })

  it('nothing that cannot be repeated', () => {
    for (const outcome of [busy, broken, lost, unreachable]) {
      expect(decide(outcome, { method: 'PUT', repeatable: false })).toBeUndefined()
    }
  })

  it('nothing more often than was said', () => {
    expect(decide(busy, { tries: 3 })).toBeGreaterThan(0)
    expect(decide(busy, { tries: 4 })).toBeUndefined()
    expect(
      retryWaitMs(busy, { method: 'GET', tries: 1, repeatable: true }, { ...settings, retries: 0 }, () => 0),
    ).toBe(undefined)
  })
})

describe('the wait', () => {
  it('is anything up to a bound that doubles, and never above the longest', () => {
    const bounds = [1, 2, 3].map(tries => decide(broken, { tries, random: 1 }))
    expect(bounds).toEqual([500, 1000, 2000])
    expect(decide(broken, { random: 0 })).toBe(0)
    const many = { method: 'GET', tries: 40, repeatable: true }
    expect(retryWaitMs(broken, many, { ...settings, retries: 99 }, () => 1)).toBe(60_000)
  })

  it('is what Asana asks for, and a little more that is not the same for all', () => {
    const asked: Outcome = { kind: 'answer', status: 429, retryAfterMs: 2000 }
    expect([0, 0.5, 0.999].map(random => decide(asked, { random }))).toEqual([2000, 2250, 2499.5])
    expect(decide({ ...asked, retryAfterMs: 0 }, { random: 0 })).toBe(0)
  })

  it('is not made when Asana asks for a longer one than is allowed', () => {
    expect(decide({ kind: 'answer', status: 429, retryAfterMs: 60_000 })).toBeGreaterThan(60_000)
    expect(decide({ kind: 'answer', status: 429, retryAfterMs: 60_001 })).toBeUndefined()
    expect(decide({ kind: 'answer', status: 503, retryAfterMs: 60_001 })).toBeUndefined()
  })

  it('is a time that a timer takes, whatever happens', () => {
    const outcome = fc.oneof(
      fc.record({
        kind: fc.constant('answer' as const),
        status: fc.integer({ min: 100, max: 999 }),
        retryAfterMs: fc.option(fc.nat(), { nil: undefined }),
      }),
      fc.record({ kind: fc.constant('failure' as const), sent: fc.boolean() }),
    )
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(
        outcome,
        fc.constantFrom('GET', 'POST', 'PUT'),
        fc.integer({ min: 1, max: 99 }),
        random,
        (...all) => {
          const [what, method, tries, chance] = all
          const options = { retries: 99, baseMs: 500, maxWaitMs: 60_000 }
          const waitMs = retryWaitMs(what, { method, tries, repeatable: true }, options, () => chance)
          expect(waitMs === undefined || (waitMs >= 0 && waitMs <= 60_500)).toBe(true)
        },
      ),
    )
  })
})
