import { AsanaRequestError } from '../errors/request-error.ts'

/**
 * A query string, without the `?`: arrays comma-joined, dates as ISO 8601, undefined and empty arrays
 * left out. `limit` must be an integer from 1 to 100 (Asana docs: Pagination).
 * @throws {AsanaRequestError} `invalid_limit`
 */
export function encodeQuery(params: Record<string, unknown>): string {
  const limit = Number(params['limit'] ?? 1)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw new AsanaRequestError('limit must be an integer from 1 to 100', { code: 'invalid_limit' })
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    const items = [value].flat().filter(item => item !== undefined)
    if (items.length > 0) query.set(name, items.map(toText).join())
  }
  return String(query)
}

function toText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}
