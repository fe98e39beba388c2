import { AsanaRequestError } from '../errors/request-error.ts'

/** With names in lower case, so that one replaces the other. */
export type HeaderRecord = Record<string, string>

/**
 * @param option whose they are, for the message
 * @throws {AsanaRequestError} `invalid_option`
 */
export function headerRecord(option: string, headers: RequestInit['headers']): HeaderRecord {
  const record: HeaderRecord = {}
  if (!headers) return record
  try {
    new Headers(headers).forEach((value, name) => {
      record[name] = value
    })
  } catch {
    // Without the cause, which may show a value, and that may be a key.
    throw new AsanaRequestError(`${option} has what no header may have: a line break?`, {
      code: 'invalid_option',
    })
  }
  return record
}
