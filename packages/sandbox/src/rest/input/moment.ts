import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'

/** The moment that a query parameter names, in ms since the epoch; `now` is one. */
export function momentOf(call: ApiCall, name: string): number | undefined {
  const text = call.query.get(name)
  if (text === null || text === '') return undefined
  const ms = text === 'now' ? call.world.clock.now() : Date.parse(text)
  if (Number.isNaN(ms)) throw new ApiError(400, `${name}: Not a valid date time: ${text}`)
  return ms
}
