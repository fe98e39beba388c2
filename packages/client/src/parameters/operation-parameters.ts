import { type OperationId, operation } from '@x/asana-client'
import { parameterLines, shapeLines } from '../generated/parameters.gen.ts'
import type { JsonSchema } from './json-schema.ts'
import { parseShape } from './notation.ts'

/** What an operation takes. */
export interface OperationParameters {
  /** In the order of the path: non-empty strings, all required. */
  readonly path: readonly string[]
  /** An object, with `opt_fields`, `limit` and `offset` where the operation has them. */
  readonly query: JsonSchema
  /** Of what is given as `data`. */
  readonly body?: JsonSchema
}

// Asana docs: Input/output options, Pagination.
const common: Readonly<Record<string, readonly [name: string, schema: JsonSchema]>> = {
  f: ['opt_fields', { type: 'array', items: { type: 'string' } }],
  p: ['opt_pretty', { type: 'boolean' }],
  l: ['limit', { type: 'integer', minimum: 1, maximum: 100 }],
  o: ['offset', { type: 'string' }],
}

const shapes = /* @__PURE__ */ lines(shapeLines)
const parameters = /* @__PURE__ */ lines(parameterLines)

/** What an operation takes, as JSON Schema. Made anew with each call: keep what is needed often. */
export function parametersOf(id: OperationId): OperationParameters {
  const [letters = '', own = '-', body] = parameters.get(id)?.split(' ') ?? []
  const { properties, required } = own === '-' ? {} : parseShape(own, named)
  const shared = [...letters].flatMap(letter => {
    const entry = common[letter]
    return entry ? [entry] : []
  })
  return {
    path: [...operation(id).path.matchAll(/{(\w+)}/g)].map(([, name = '']) => name),
    query: {
      type: 'object',
      properties: { ...properties, ...Object.fromEntries(shared) },
      ...(required && { required }),
      additionalProperties: false,
    },
    ...(body && { body: parseShape(body, named) }),
  }
}

function named(name: string): JsonSchema {
  const shape = shapes.get(name)
  return shape === undefined ? {} : parseShape(shape, named)
}

/** By the first word of each line. */
function lines(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').map(line => {
      const end = line.indexOf(' ')
      return [line.slice(0, end), line.slice(end + 1)]
    }),
  )
}
