import type { Operation } from '../operations.ts'
import type { SendOptions } from '../transport/call.ts'
import type { CallOptions } from './call-options.ts'
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
 * @throws {AsanaRequestError} `invalid_path_parameter`, `invalid_limit`
 */
export function buildRequest(operation: Operation, args: readonly unknown[], page?: string): BuiltRequest {
  let used = 0
  const path = operation.path.replace(/{(\w+)}/g, (_, name) => encodePathParameter(name, args[used++]))
  const body = operation.body ? JSON.stringify({ data: args[used++] }) : null
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

  const headers = new Headers(given)
  if (body !== null) headers.set('content-type', 'application/json')
  return {
    target: query ? `${path}?${query}` : path,
    init: { method: operation.method, headers, body, signal: signal ?? null },
    send: { timeoutMs, retry },
  }
}
