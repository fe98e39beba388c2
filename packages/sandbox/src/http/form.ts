import type { Exchange } from './exchange.ts'
import { mediaType } from './exchange.ts'

/** A form parameter was sent twice: RFC 6749 section 3.2 has the server refuse it. */
export class RepeatedParameterError extends Error {
  override readonly name = 'RepeatedParameterError'
  readonly parameter: string

  constructor(parameter: string) {
    super(`The parameter ${parameter} was sent more than once`)
    this.parameter = parameter
  }
}

export function isForm(exchange: Exchange): boolean {
  return mediaType(exchange) === 'application/x-www-form-urlencoded'
}

/** The form body. An empty value counts as absent (RFC 6749 section 3.2). */
export function readForm(exchange: Exchange): Map<string, string> {
  return uniqueParameters(new URLSearchParams(exchange.body.toString('utf8')))
}

export function uniqueParameters(parameters: URLSearchParams): Map<string, string> {
  const unique = new Map<string, string>()
  for (const [name, value] of parameters) {
    if (unique.has(name)) throw new RepeatedParameterError(name)
    if (value !== '') unique.set(name, value)
  }
  return unique
}
