import type { AsanaClientOptions } from '../client-options.ts'
import { AsanaRequestError } from '../errors/request-error.ts'
import { type HeaderRecord, headerRecord } from '../request/header-record.ts'

/**
 * What every request of a client carries.
 * @throws {AsanaRequestError} `invalid_option`
 */
export function clientHeaders({ headers, userAgent, enable, disable }: AsanaClientOptions): HeaderRecord {
  return {
    ...headerRecord('headers', headers),
    ...(userAgent && headerRecord('userAgent', { 'user-agent': userAgent })),
    ...(enable?.length && { 'asana-enable': changeNames('enable', enable) }),
    ...(disable?.length && { 'asana-disable': changeNames('disable', disable) }),
  }
}

/**
 * The headers of one request: the client's, then the call's own, then the token.
 * @throws {AsanaRequestError} `invalid_option`
 */
export function requestHeaders(
  client: HeaderRecord,
  own: RequestInit['headers'],
  token: string,
): HeaderRecord {
  // A plain object all the way: making a Headers, and reading it back, costs more than all else here.
  return own
    ? { ...client, ...headerRecord('headers', own), authorization: `Bearer ${token}` }
    : { ...client, authorization: `Bearer ${token}` }
}

function changeNames(option: string, names: readonly string[]): string {
  if (names.every(name => /^[\w-]+$/.test(name))) return names.join(',')
  throw new AsanaRequestError(`${option} must be names of changes, such as new_user_task_lists.`, {
    code: 'invalid_option',
  })
}
