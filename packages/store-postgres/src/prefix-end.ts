import { MAX_SUBJECT_BYTES } from '@x/asana-auth-core'

/** After every subject that fits: four bytes each, one more than there is room for. */
const END = '\u{10ffff}'.repeat(MAX_SUBJECT_BYTES / 4 + 1)

/** The first text, in the order of bytes, that comes after all that begin with `prefix`. */
export function prefixEnd(prefix: string): string {
  // The order of UTF-8 is that of the code points, so the last one that can be is raised by one.
  const characters = Array.from(prefix.replace(/\u{10ffff}+$/u, ''))
  const last = characters.pop()?.codePointAt(0)
  if (last === undefined) return END
  return characters.join('') + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1)
}
