import type { Operation } from '../operations.ts'
import { isStream, type SendOptions } from '../transport/call.ts'
import type { CallOptions } from './call-options.ts'
import { headerRecord } from './header-record.ts'
import { type EncodedBody, encodeMultipart } from './multipart.ts'
import { encodePathParameter } from './path-parameter.ts'
import { encodeQuery } from './query.ts'

/** A request, decided but not sent. */
export interface BuiltRequest {
  /** Below the base URL, where it stays: no argument can lead out of its place. */
  readonly path: string
  /** The path, and the query. */
  readonly target: string
  readonly init: RequestInit
  readonly send: SendOptions
}

const none: Readonly<Record<string, unknown>> = {}

/**
 * What calling an operation sends. `args` are the path parameters in the order of the path, then `data`
 * if the operation has a body, then objects that hold query parameters and call options side by side.
 * `page` is the offset of a later page.
 * @throws {AsanaRequestError} `invalid_path_parameter`, `invalid_limit`, `invalid_file`
 */
export function buildRequest(operation: Operation, args: readonly unknown[], page?: string): BuiltRequest {
  const { pathParts } = operation
  let path = pathParts[0] ?? ''
  let used = 0
  for (let at = 1; at < pathParts.length; at += 2) {
    path += encodePathParameter(pathParts[at] ?? '', args[used++]) + (pathParts[at + 1] ?? '')
  }
  const { body, contentType } = encodeBody(operation.body, operation.body && args[used])
  const optionsAt = used + (operation.body ? 1 : 0)
  const given = args[optionsAt] as (CallOptions & Record<string, unknown>) | undefined
  const options: CallOptions & Record<string, unknown> =
    args.length > optionsAt + 1 ? Object.assign({}, ...args.slice(optionsAt)) : (given ?? none)
  // Without a limit Asana sends everything at once, and refuses above some thousand items.
  const limit = operation.list === 'pages' ? 100 : undefined
  const query = encodeQuery(options, { limit, offset: page })

  // GET is what `fetch` does by itself, and it checks each member that it is given.
  const init: RequestInit = operation.method === 'GET' ? {} : { method: operation.method }
  if (body !== undefined) init.body = body
  if (options.signal) init.signal = options.signal
  const headers = headersOf(options.headers, contentType)
  if (headers) init.headers = headers
  return {
    path,
    target: query ? `${path}?${query}` : path,
    // What runtimes ask for where the body is a stream.
    init: isStream(body) ? Object.assign(init, { duplex: 'half' }) : init,
    send: { timeoutMs: options.timeoutMs, retry: options.retry },
  }
}

function encodeBody(kind: Operation['body'], data: unknown): Partial<EncodedBody> {
  if (kind === 'form') return encodeMultipart(data)
  return kind === 'data' ? { body: JSON.stringify({ data }), contentType: 'application/json' } : {}
}

/** No `Headers` where none are needed: making one costs more than all the rest here. */
function headersOf(
  given: RequestInit['headers'],
  contentType: string | undefined,
): RequestInit['headers'] | undefined {
  if (!given) return contentType === undefined ? undefined : { 'content-type': contentType }
  return { ...headerRecord('headers', given), ...(contentType && { 'content-type': contentType }) }
}
