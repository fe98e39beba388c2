import type { OpenApi } from './openapi.ts'

/** Names that would hide a global, or say nothing outside the description. */
const renamed: Readonly<Record<string, string>> = {
  Event: 'AsanaEvent',
  AsanaNamedResource: 'NamedResource',
  AsanaResource: 'Resource',
  RbacRole: 'Role',
  Batch: 'BatchResult',
  Empty: 'EmptyObject',
}

const suffixes = ['CompactResponse', 'NormalResponse', 'BaseResponse', 'Response', 'Compact', 'Base']
const richestFirst = ['Response', 'NormalResponse', 'CompactResponse', 'Compact', 'Base', '']

/** A type of an answer: what it is called here, and the schema that has most of its fields. */
export interface AnswerType {
  readonly name: string
  readonly schema: string
}

/**
 * Compact and full records are one type: which fields are there is up to `opt_fields`, so that a
 * narrower type would only hide what was asked for.
 */
export function answerType(document: OpenApi, schema: string): AnswerType {
  const suffix = suffixes.find(end => schema.endsWith(end) && schema !== end) ?? ''
  const base = schema.slice(0, schema.length - suffix.length)
  const schemas = document.components['schemas'] ?? {}
  const richest = richestFirst.map(end => base + end).find(name => name in schemas) ?? schema
  return { name: renamed[base] ?? base, schema: richest }
}

/** A type of a request, which has no read-only fields. */
export function requestTypeName(schema: string): string {
  return schema.endsWith('Request') ? schema : `${renamed[schema] ?? schema}Input`
}

/** `getTasks` → `GetTasksOptions`. */
export function optionsTypeName(operationId: string): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Options`
}
