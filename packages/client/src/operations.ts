import { operationTable } from './generated/operations.gen.ts'
import type { OperationMethods } from './generated/types.gen.ts'

/** Asana's name of an operation, such as `getTask`. */
export type OperationId = keyof OperationMethods

/** One operation of the Asana API, as the client needs to know it to send it. */
export interface Operation {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the base URL, with its parameters in braces. */
  readonly path: string
  /** The path, cut before and after each parameter: text, name, text, name, … */
  readonly pathParts: readonly string[]
  /** It takes `data`: sent as JSON in an envelope, or as a multipart form. */
  readonly body?: 'data' | 'form'
  /** It answers with a list: in pages of up to `limit` items, or without `limit`. */
  readonly list?: 'pages' | 'list'
  /** What it answers beside `data` matters: the whole body is returned. */
  readonly envelope?: true
}

/** Those that were asked for: an application calls few, and would wait for the reading of all at its start. */
const operations = /* @__PURE__ */ new Map<string, Operation>()

/** All of them, in the order of their paths. */
export const operationIds: readonly OperationId[] = /* @__PURE__ */ Object.keys(
  operationTable,
) as OperationId[]

/** What is known of an operation. */
export function operation(id: OperationId): Operation
export function operation(id: string): Operation | undefined
export function operation(id: string): Operation | undefined {
  return operations.get(id) ?? readOperation(id)
}

function readOperation(id: string): Operation | undefined {
  const facts = operationTable[id]
  if (facts === undefined) return undefined
  const read = parseOperation(id, facts)
  operations.set(id, read)
  return read
}

function parseOperation(id: string, facts: string): Operation {
  const [method, path = '', ...traits] = facts.split(' ')
  const body = traits.find(trait => trait === 'data' || trait === 'form')
  const list = traits.find(trait => trait === 'pages' || trait === 'list')
  return {
    id,
    method: method as Operation['method'],
    path,
    pathParts: path.split(/[{}]/),
    ...(body && { body }),
    ...(list && { list }),
    ...(traits.includes('envelope') && { envelope: true }),
  }
}
