import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'

/** `sort_by` and `sort_ascending` of a search; the last changed first, unless told otherwise. */
export function sortedBy<T>(
  { query }: ApiCall,
  found: readonly T[],
  keys: Readonly<Record<string, (one: T) => number>>,
): T[] {
  const name = query.get('sort_by') ?? 'modified_at'
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined
  if (key === undefined) throw new ApiError(400, `sort_by: Not a valid value: ${name}`)
  // Reversed, and not sorted the other way round: what happened in one millisecond keeps its order.
  const ascending = [...found].sort((one, other) => key(one) - key(other))
  return query.get('sort_ascending') === 'true' ? ascending : ascending.reverse()
}
