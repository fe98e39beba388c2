import type { Request } from 'express'
import type * as z from 'zod'
import { ApiError, type ErrorItem } from './api-error.ts'
import type { Endpoint } from './endpoint.ts'
import { requireBody } from './read-body.ts'

export interface ValidInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

/** @throws ApiError 400 for what cannot be read, 422 with an item for each member that is wrong */
export function validate(endpoint: Endpoint, req: Request): ValidInput {
  const params = endpoint.params ? parse(endpoint.params, req.params, 'path') : {}
  const query = endpoint.query ? parse(endpoint.query, req.query, 'query') : {}
  const body = endpoint.body ? parse(endpoint.body, requireBody(req), undefined) : undefined
  return { params, query, body }
}

function parse(schema: z.ZodType, value: unknown, place: string | undefined): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const items = result.error.issues.slice(0, MAX_ITEMS).map(issue => asItem(issue, place))
  const [first] = items
  throw new ApiError({
    // An id that cannot be one is an id that nothing has.
    status: place === 'path' ? 404 : 422,
    code: place === 'path' ? 'not_found' : 'validation_failed',
    message: first ? `${first.field ?? 'The request'}: ${first.message}` : 'The request is not valid.',
    items,
  })
}

const MAX_ITEMS = 20

/** Zod's messages name the rule and never the value, which may be a secret. */
function asItem(issue: z.core.$ZodIssue, place: string | undefined): ErrorItem {
  const path = issue.path.map(String).join('.')
  const field = place === undefined ? path : `${place}.${path}`
  return {
    field: field || null,
    message: issue.message,
    error_code: issue.code === 'custom' ? String(issue.params?.['error_code'] ?? 'invalid') : issue.code,
  }
}
