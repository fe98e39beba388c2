import { AsanaRequestError } from '../errors/request-error.ts'

/** What shares an object with query parameters, and is none (see `CallOptions`). */
const callOptions: ReadonlySet<string> = new Set(['signal', 'timeoutMs', 'retry', 'headers'])

/**
 * A query string, without the `?`: arrays comma-joined, dates as ISO 8601, undefined and empty arrays
 * left out. `limit` must be an integer from 1 to 100 (Asana docs: Pagination). What `page` has takes the
 * place of what the parameters have.
 * @throws {AsanaRequestError} `invalid_limit`
 */
export function encodeQuery(
  params: Readonly<Record<string, unknown>>,
  page: { readonly limit?: unknown; readonly offset?: string | undefined } = {},
): string {
  const limit = params['limit'] ?? page.limit
  if (limit !== undefined && !isLimit(Number(limit))) {
    throw new AsanaRequestError('limit must be an integer from 1 to 100', { code: 'invalid_limit' })
  }
  let query = ''
  for (const name in params) {
    if (name === 'limit' || callOptions.has(name) || (name === 'offset' && page.offset !== undefined))
      continue
    query += pair(name, params[name])
  }
  return (query + pair('limit', limit) + pair('offset', page.offset)).slice(1)
}

function isLimit(limit: number): boolean {
  return Number.isInteger(limit) && limit >= 1 && limit <= 100
}

/** With the `&` before it; nothing for what is not given. */
function pair(name: string, value: unknown): string {
  if (value === undefined) return ''
  if (!Array.isArray(value)) return `&${encode(name)}=${encode(toText(value))}`
  const items = value.flat().filter(item => item !== undefined)
  return items.length > 0 ? `&${encode(name)}=${encode(items.map(toText).join())}` : ''
}

function toText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}

function encode(text: string): string {
  // Nearly all that is ever asked for: names of fields, gids, numbers.
  if (/^[\w.,-]*$/.test(text)) return text.replaceAll(',', '%2C')
  return String(new URLSearchParams({ '': text })).slice(1)
}
