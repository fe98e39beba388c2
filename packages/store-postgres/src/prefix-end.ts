import { MAX_SUBJECT_BYTES } from '@x/asana-auth-core'

const LAST = 0x10ffff

/** After every subject that fits: four bytes each, one more than there is room for. */
const END = String.fromCodePoint(LAST).repeat(MAX_SUBJECT_BYTES / 4 + 1)

/** The first text, in the order of bytes, that comes after all that begin with `prefix`. */
export function prefixEnd(prefix: string): string {
  // The order of UTF-8 is that of the code points, so the last one that can be is raised by one.
  const points = Array.from(prefix, character => character.codePointAt(0) ?? 0)
  while (points.at(-1) === LAST) points.pop()
  const last = points.pop()
  if (last === undefined) return END
  return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1)
}
