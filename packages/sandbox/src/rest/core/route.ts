import type { ApiAnswer } from './answer.ts'
import type { ApiCall } from './api-call.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Route {
  readonly method: Method
  readonly template: string
  readonly segments: readonly string[]
  /** The granular scope it needs; undefined where only full permissions will do. */
  readonly scope: string | undefined
  readonly maxBodyBytes: number
  readonly handle: (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>
}

const jsonBodyBytes = 10 * 1024 * 1024

export function route(
  method: Method,
  template: string,
  scope: string | undefined,
  handle: Route['handle'],
  maxBodyBytes: number = jsonBodyBytes,
): Route {
  return { method, template, segments: template.split('/'), scope, maxBodyBytes, handle }
}
