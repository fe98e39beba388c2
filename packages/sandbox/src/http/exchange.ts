import type { IncomingHttpHeaders } from 'node:http'

/** A request with its body read: what every handler is given. */
export interface Exchange {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly remoteAddress: string | undefined
}

/** The header as one string, whatever number of times it was sent. */
export function header(exchange: Exchange, name: string): string | undefined {
  const value = exchange.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

/** The media type in lower case, without parameters. */
export function mediaType(exchange: Exchange): string {
  return (header(exchange, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}
