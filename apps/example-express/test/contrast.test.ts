import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media')

/** Texts on what they stand on: WCAG 2.2 AA asks for 4.5, and for 3 where it is a border to find a field by. */
const texts = [
  'ink on page',
  'ink on card',
  'ink on sunken',
  'ink on warn-tint',
  'soft on page',
  'soft on card',
  'soft on sunken',
  'soft on warn-tint',
  'accent on page',
  'accent on card',
  'accent on accent-tint',
  'accent-deep on accent-tint',
  'accent-ink on accent',
  'accent-ink on accent-deep',
  'sea on page',
  'good on good-tint',
  'good on card',
  'warn on warn-tint',
  'bad on bad-tint',
  'bad on card',
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_scheme, tokens) => {
  it.each(texts)('%s is readable', pair => {
    const [ink = '', ground = ''] = pair.split(' on ')
    expect(contrast(colour(tokens, ink), colour(tokens, ground))).toBeGreaterThanOrEqual(
      ink === 'sea' ? 3 : 4.5,
    )
  })

  it('fields can be found', () => {
    expect(contrast(colour(tokens, 'line-strong'), colour(tokens, 'card'))).toBeGreaterThanOrEqual(3)
  })
})

function colour(tokens: string, name: string): number {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(tokens)?.[1]
  if (hex === undefined) throw new Error(`There is no colour ${name}`)
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
