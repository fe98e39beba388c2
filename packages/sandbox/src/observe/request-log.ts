import type { FaultRule } from '../faults/fault.ts'
import type { EndpointName } from '../http/endpoint.ts'

/** One request, without anything secret: no query, no body, no headers. */
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
