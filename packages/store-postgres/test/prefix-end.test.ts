import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prefixEnd } from '../src/prefix-end.ts'

/** As COLLATE "C" compares. */
function before(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0
}

// Many from the edges of what UTF-8 and UTF-16 do differently.
const character = fc.oneof(
  fc.constantFrom('a', '\x7f', '\u07ff', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const text = fc.array(character, { maxLength: 4 }).map(characters => characters.join(''))

describe('The end of a prefix', () => {
  it('has all before it that begin with the prefix, and nothing else', () => {
    fc.assert(
      fc.property(text, text, (prefix, subject) => {
        for (const candidate of [subject, prefix + subject]) {
          const inside = !before(candidate, prefix) && before(candidate, prefixEnd(prefix))
          expect(inside).toBe(candidate.startsWith(prefix))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is after the longest and last subject when there is no other end', () => {
    const last = '\u{10ffff}'.repeat(128)
    for (const prefix of ['', '\u{10ffff}', last]) expect(before(last, prefixEnd(prefix))).toBe(true)
  })
})
