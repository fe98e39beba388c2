import type { EndpointName } from './endpoint.ts'
import type { Exchange } from './exchange.ts'
import type { Reply } from './reply.ts'

/** Whether a request may be handled now, decided when it arrives; `release` gives its place back. */
export type Admission = { admitted: true; release: () => void } | { admitted: false; refusal: Reply }

/** Where a request goes. */
export interface Target {
  /** `control` and `other` are neither counted nor spoiled by faults. */
  readonly endpoint: EndpointName | 'control' | 'other'
  /** What faults compare: the path, for the API without its base. */
  readonly path: string
  /** The API route's template. */
  readonly template?: string
  readonly maxBodyBytes: number
  admit?(exchange: Exchange): Admission
  handle(exchange: Exchange): Reply | Promise<Reply>
  /** The body of an error that the server or a fault makes up: each side has its own shape. */
  errorReply(status: number): Reply
}
