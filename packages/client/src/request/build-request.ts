import type { Operation } from '../operations.ts'
import { isStream, type SendOptions } from '../transport/call.ts'
import type { CallOptions } from './call-options.ts'
import { type EncodedBody, encodeMultipart } from './multipart.ts'
import { encodePathParameter } from './path-parameter.ts'
import { encodeQuery } from './query.ts'

/** A request, decided but not sent. `target` is the path and query below the base URL. */
export interface BuiltRequest {
  readonly target: string
  readonly init: RequestInit
  readonly send: SendOptions
}

/**
 * What calling an operation sends. `args` are the path parameters in the order of the path, then `data`
 * if the operation has a body, then objects that hold query parameters and call options side by side.
 * `page` is the offset of a later page.
 * @throws {AsanaRequestError} `invalid_path_parameter`, `invalid_limit`, `invalid_file`
 */
export function buildRequest(operation: Operation, args: readonly unknown[], page?: string): BuiltRequest {
  let used = 0
  const path = operation.path.replace(/{(\w+)}/g, (_, name) => encodePathParameter(name, args[used++]))
  const { body, contentType } = encodeBody(operation.body, operation.body && args[used++])
  const options: CallOptions & Record<string, unknown> = Object.assign({}, ...args.slice(used))

  // Without a limit Asana sends everything at once, and refuses above some thousand items.
  const {
    signal,
    timeoutMs,
    retry,
    headers: given,
    limit = operation.list === 'pages' ? 100 : undefined,
    ...params
  } = options
  const query = encodeQuery({ ...params, limit, offset: page ?? params['offset'] })

  return {
    target: query ? `${path}?${query}` : path,
    init: {
      method: operation.method,
      body: body ?? null,
      ...headersOf(given, contentType),
      signal: signal ?? null,
      // What runtimes ask for where the body is a stream.
      ...(isStream(body) && { duplex: 'half' }),
    },
    send: { timeoutMs, retry },
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
): Pick<RequestInit, 'headers'> {
  if (!given) return contentType === undefined ? {} : { headers: { 'content-type': contentType } }
  const headers = new Headers(given)
  if (contentType !== undefined) headers.set('content-type', contentType)
  return { headers }
}
