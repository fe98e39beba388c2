import { retryAfterMs } from '@x/asana-client'
import { HostedError, type HostedErrorItem } from './hosted-error.ts'
import type { HostedAnswer, HostedRequest } from './hosted-request.ts'

export type Json = Readonly<Record<string, unknown>>

/** @throws {HostedError} what the server said, for everything but a success */
export function checkAnswer({ method, path }: HostedRequest, answer: HostedAnswer): HostedAnswer {
  const { status, headers, text } = answer
  if (status >= 200 && status < 300) return answer
  const { message, errors } = parse(text) ?? {}
  const items = Array.isArray(errors) ? errors.filter(isItem) : []
  const said = typeof message === 'string' ? message : `status ${status}. Check baseUrl.`
  const url = items.find(item => item.url !== undefined)?.url
  throw new HostedError(`${method} ${path}: ${said}${url ? ` Go on at ${url}.` : ''}`, {
    code: items[0]?.error_code ?? 'hosted_invalid_answer',
    status,
    errors: items,
    retryAfterMs: retryAfterMs(headers.get('retry-after')),
  })
}

/** @throws {HostedError} `hosted_invalid_answer`: a proxy's page, or a body that was cut off */
export function readJson(request: HostedRequest, { text }: HostedAnswer): Json {
  const json = parse(text)
  if (json) return json
  throw invalidAnswer(request)
}

export function invalidAnswer({ method, path }: HostedRequest): HostedError {
  const text = `${method} ${path}: the answer is not one of a hosted server. Check baseUrl.`
  return new HostedError(text, { code: 'hosted_invalid_answer' })
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isItem(value: unknown): value is HostedErrorItem {
  return isObject(value) && typeof value['error_code'] === 'string' && typeof value['message'] === 'string'
}
