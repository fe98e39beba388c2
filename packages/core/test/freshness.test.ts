import { parseUserCredentials } from '@x/asana-auth-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenTimes } from '../src/tokens/freshness.ts'

const windows = { softWindowMs: 300_000, hardWindowMs: 30_000 }
const expiresAt = 1_795_330_000_000

describe('the times of a token', () => {
  it('are the windows before its expiry, the soft one spread by a fifth', () => {
    const token = parseUserCredentials({ accessToken: 'a', refreshToken: 'r', expiresIn: 3600, expiresAt })
    expect(tokenTimes(token, windows, 0)).toEqual({
      softAt: expiresAt - 300_000,
      hardAt: expiresAt - 30_000,
      expiresAt,
    })
    expect(tokenTimes(token, windows, 1).softAt).toBe(expiresAt - 240_000)
  })

  it('come in order and leave a token half its life, whatever the settings', () => {
    const setting = fc.nat(10_000_000)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        setting,
        setting,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (expiresIn, softWindowMs, hardWindowMs, random) => {
          const token = parseUserCredentials({ accessToken: 'a', refreshToken: 'r', expiresIn, expiresAt })
          const { softAt, hardAt } = tokenTimes(token, { softWindowMs, hardWindowMs }, random)
          expect(softAt).toBeLessThanOrEqual(hardAt)
          expect(hardAt).toBeLessThanOrEqual(expiresAt)
          expect(softAt).toBeGreaterThanOrEqual(expiresAt - (expiresIn * 1000) / 2)
          expect(hardAt).toBeGreaterThanOrEqual(expiresAt - (expiresIn * 1000) / 10)
        },
      ),
    )
  })

  it('are none but the end when there is nothing to refresh with', () => {
    const token = parseUserCredentials({ accessToken: 'a', expiresIn: 3600, expiresAt })
    expect(tokenTimes(token, windows, 0)).toEqual({ softAt: expiresAt, hardAt: expiresAt, expiresAt })
  })

  it('never come when the expiry is unknown', () => {
    const never = Number.POSITIVE_INFINITY
    expect(tokenTimes(parseUserCredentials({ accessToken: 'a' }), windows, 0)).toEqual({
      softAt: never,
      hardAt: never,
      expiresAt: never,
    })
  })
})
