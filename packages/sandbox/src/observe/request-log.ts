import type { FaultRule } from '../faults/fault.ts'
import type { EndpointName } from '../http/endpoint.ts'
import type { Exchange } from '../http/exchange.ts'

/** One request, without anything secret: no headers, and of API requests only, on demand, query and body. */
export interface RequestRecord {
  /** Sandbox time of arrival, milliseconds since the Unix epoch. */
  readonly at: number
  readonly method: string
  readonly path: string
  readonly endpoint: EndpointName
  /** `METHOD /path/{template}` of an API request that matched a route. */
  readonly route?: string
  readonly grantType?: string
  /** The status that was sent; 0 where the connection was dropped or left hanging. */
  readonly status: number
  /** Real milliseconds from arrival to the end of the answer. */
  readonly durationMs: number
  readonly fault?: FaultRule['fault']['kind']
  /** Whether the request had an `Authorization` header. A download must have none. */
  readonly authorization: boolean
  /** With `recordBodies`. */
  readonly sent?: SentRequest
}

/** What an API request carried. */
export interface SentRequest {
  /** As in the URL, without `?`. */
  readonly query: string
  readonly contentType: string | undefined
  /** As UTF-8 text, at most 64 KiB of it. */
  readonly body: string
  readonly bodyBytes: number
}

const mostBytes = 64 * 1024

export function sentRequest({ query, headers, body }: Exchange): SentRequest {
  return {
    query: query.toString().slice(0, mostBytes),
    contentType: headers['content-type'],
    body: body.subarray(0, mostBytes).toString('utf8'),
    bodyBytes: body.length,
  }
}

/** The last `capacity` requests, oldest first. */
export class RequestLog {
  readonly #records: RequestRecord[] = []
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  add(record: RequestRecord): void {
    this.#records.push(record)
    if (this.#records.length > this.#capacity) this.#records.shift()
  }

  get all(): readonly RequestRecord[] {
    return [...this.#records]
  }
}
