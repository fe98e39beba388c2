import type { AsanaClientOptions } from '../client-options.ts'
import { AsanaRequestError } from '../errors/request-error.ts'

export type HeaderRecord = Record<string, string>

/**
 * What every request of a client carries.
 * @throws {AsanaRequestError} `invalid_option`
 */
export function clientHeaders({ headers, userAgent, enable, disable }: AsanaClientOptions): HeaderRecord {
  return {
    ...optionRecord('headers', headers),
    ...(userAgent && optionRecord('userAgent', { 'user-agent': userAgent })),
    ...(enable?.length && { 'asana-enable': changeNames('enable', enable) }),
    ...(disable?.length && { 'asana-disable': changeNames('disable', disable) }),
  }
}

/** The headers of one request: the client's, then the call's own, then the token. */
export function requestHeaders(
  client: HeaderRecord,
  own: RequestInit['headers'],
  token: string,
): HeaderRecord {
  // A plain object all the way: making a Headers, and reading it back, costs more than all else here.
  return own
    ? { ...client, ...toRecord(own), authorization: `Bearer ${token}` }
    : { ...client, authorization: `Bearer ${token}` }
}

/** With names in lower case, so that one replaces the other. */
function toRecord(headers: RequestInit['headers']): HeaderRecord {
  const record: HeaderRecord = {}
  if (headers) {
    new Headers(headers).forEach((value, name) => {
      record[name] = value
    })
  }
  return record
}

function optionRecord(option: string, headers: RequestInit['headers']): HeaderRecord {
  try {
    return toRecord(headers)
  } catch {
    // Without the cause, which may show a value, and that may be a key.
    throw new AsanaRequestError(`${option} has what no header may have: a line break?`, {
      code: 'invalid_option',
    })
  }
}

function changeNames(option: string, names: readonly string[]): string {
  if (names.every(name => /^[\w-]+$/.test(name))) return names.join(',')
  throw new AsanaRequestError(`${option} must be names of changes, such as new_user_task_lists.`, {
    code: 'invalid_option',
  })
}
