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
  const pairs: string[] = []
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue
    const items = Array.isArray(value) ? value.flat().filter(item => item !== undefined) : [value]
    if (items.length > 0) pairs.push(`${encode(name)}=${encode(items.map(toText).join())}`)
  }
  return pairs.join('&')
}

function toText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}

function encode(text: string): string {
  // Nearly all that is ever asked for: names of fields, gids, numbers.
  if (/^[\w.,-]*$/.test(text)) return text.replaceAll(',', '%2C')
  return String(new URLSearchParams({ '': text })).slice(1)
}
