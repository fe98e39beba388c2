import type { Place } from '../../state/membership.ts'
import type { Input } from './input.ts'

/** `insert_before` / `insert_after`, of which one may be given. */
export function placeFrom(input: Input, before = 'insert_before', after = 'insert_after'): Place {
  return { before: input.gid(before) ?? undefined, after: input.gid(after) ?? undefined }
}
