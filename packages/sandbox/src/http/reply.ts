/** An answer as a value: it is decided first and delivered (or spoiled by a fault) afterwards. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
  /** The name it is counted under. Default: `ok` below 400, else the status. */
  readonly outcome?: string
}

const jsonType = 'application/json; charset=UTF-8'

/** JSON as Asana's OAuth endpoints were recorded to write it: `/` as `\u002F`, the same value to any parser. */
export function escapedJsonReply(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Reply {
  return {
    status,
    headers: { 'content-type': jsonType, ...headers },
    body: JSON.stringify(value).replaceAll('/', '\\u002F'),
  }
}

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': jsonType, ...headers }, body: JSON.stringify(value) }
}

export function redirectReply(location: string, outcome = 'ok'): Reply {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '', outcome }
}

export function htmlReply(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}

export function outcomeOf(reply: Reply): string {
  return reply.outcome ?? (reply.status < 400 ? 'ok' : String(reply.status))
}
