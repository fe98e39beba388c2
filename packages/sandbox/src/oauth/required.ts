import { OAuthError } from './oauth-error.ts'

/** A parameter without which the request means nothing (RFC 6749 section 5.2, `invalid_request`). */
export function required(form: ReadonlyMap<string, string>, name: string): string {
  const value = form.get(name)
  if (value === undefined) {
    throw new OAuthError('invalid_request', `The required parameter \`${name}\` is missing.`)
  }
  return value
}
