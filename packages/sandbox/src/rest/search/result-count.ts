import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'

/** How many a search answers: it has no pages. */
export function countFrom(call: ApiCall, name: string): number {
  const count = Number(call.query.get(name) ?? 20)
  if (Number.isInteger(count) && count >= 1 && count <= 100) return count
  throw new ApiError(400, `${name}: Must be a number between 1 and 100, not: ${call.query.get(name)}`)
}
