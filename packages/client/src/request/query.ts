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
  if (limit !== undefined && !isLimit(limit)) {
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

function isLimit(limit: unknown): boolean {
  const count = typeof limit === 'string' ? Number(limit) : limit
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 100
}

/** With the `&` before it; nothing for what is not given. */
function pair(name: string, value: unknown): string {
  const text = Array.isArray(value) ? joined(value) : toText(value)
  return text === undefined ? '' : `&${encode(name)}=${text}`
}

/** The items of a list, and of lists in it; nothing if there are none. */
function joined(items: readonly unknown[]): string | undefined {
  let all: string | undefined
  for (const item of items) {
    const text = Array.isArray(item) ? joined(item) : toText(item)
    if (text !== undefined) all = all === undefined ? text : `${all}%2C${text}`
  }
  return all
}

function toText(value: unknown): string | undefined {
  if (value === undefined) return undefined
  return encode(value instanceof Date ? value.toISOString() : String(value))
}

function encode(text: string): string {
  // Nearly all that is ever asked for: names of fields, gids, numbers.
  if (/^[\w.,-]*$/.test(text)) return text.includes(',') ? text.replaceAll(',', '%2C') : text
  return String(new URLSearchParams({ '': text })).slice(1)
}
