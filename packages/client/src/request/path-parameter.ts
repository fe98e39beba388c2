import { AsanaRequestError } from '../errors/request-error.ts'

// Blank or all dots; `..` anywhere; what separates the parts of a URL; what cannot be encoded.
const unsafe = /^[\s.]*$|\.\.|[/\\?#\p{Cc}\p{Cs}]/u

/**
 * A path parameter, encoded. It stays one segment: no value of it can name another path.
 * Numbers are refused too: a gid can exceed the integers that a number holds exactly.
 * @throws {AsanaRequestError} `invalid_path_parameter`
 */
export function encodePathParameter(name: string, value: unknown): string {
  if (typeof value === 'string' && !unsafe.test(value)) return encodeURIComponent(value)
  throw new AsanaRequestError(`${name} must be a non-empty string without / \\ ? # or ..`, {
    code: 'invalid_path_parameter',
  })
}
