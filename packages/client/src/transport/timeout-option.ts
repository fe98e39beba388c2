import { AsanaRequestError } from '../errors/request-error.ts'

/**
 * The option, or else what holds without it.
 * @throws {AsanaRequestError} `invalid_option`
 */
export function checkedTimeoutMs(timeoutMs: number | undefined, otherwise: number): number {
  if (timeoutMs === undefined) return otherwise
  // `NaN`, as of a setting that is missing, would be no deadline at all.
  if (typeof timeoutMs === 'number' && timeoutMs >= 0) return timeoutMs
  throw new AsanaRequestError('timeoutMs must be a number of milliseconds, or Infinity.', {
    code: 'invalid_option',
  })
}
