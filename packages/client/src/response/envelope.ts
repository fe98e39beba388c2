import type { AsanaPage } from '../list.ts'
import { type Answer, isObject, parseObject } from './answer.ts'
import { apiErrorFor } from './api-error-for.ts'

/**
 * What Asana wrapped in `data`.
 * @throws {AsanaApiError} the answer is not a success, or not one that can be read.
 */
export function readData(answer: Answer): unknown {
  return readEnvelope(answer)['data']
}

/** A page of a list. Throws as `readData` does, and `invalid_response` if `data` is no array. */
export function readPage(answer: Answer): AsanaPage<unknown> {
  const { data, next_page: next } = readEnvelope(answer)
  if (!Array.isArray(data)) throw apiErrorFor(answer)
  return { data, nextPage: isNextPage(next) ? next : null }
}

function isNextPage(next: unknown): next is NonNullable<AsanaPage<unknown>['nextPage']> {
  return isObject(next) && typeof next['offset'] === 'string'
}

/** The whole body: what stands beside `data`, too. Throws as `readData` does. */
export function readEnvelope(answer: Answer): Record<string, unknown> {
  const body = parseObject(answer.text)
  if (answer.status < 200 || answer.status > 299 || body?.['data'] === undefined) throw apiErrorFor(answer)
  return body
}
