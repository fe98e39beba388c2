import { MAX_SUBJECT_BYTES } from '@x/asana-auth-core'

/** The last of all characters, four bytes each, once more than a subject has room for. */
const END = '\u{10ffff}'.repeat(MAX_SUBJECT_BYTES / 4 + 1)

/** After all subjects that begin with `prefix` and before all others that are, in the order of bytes. */
export function prefixEnd(prefix: string): string {
  return prefix + END
}
