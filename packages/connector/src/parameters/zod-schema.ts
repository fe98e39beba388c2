import type { JsonSchema } from '@x/asana-client/parameters'
import * as z from 'zod'

/** A zod schema that takes what a JSON Schema of the client's tables describes. */
export function zodSchema(schema: JsonSchema): z.ZodType {
  if (schema.anyOf) return z.union(schema.anyOf.map(zodSchema))
  if (schema.enum) return orNull(schema, z.enum(schema.enum.filter(value => value !== null)))
  if (schema.format === 'binary') return file
  const types = [schema.type ?? []].flat().filter(type => type !== 'null')
  const [type] = types
  if (type === undefined) return schema.type === undefined ? z.unknown() : z.null()
  return orNull(schema, plain(type, schema))
}

function plain(type: string, schema: JsonSchema): z.ZodType {
  switch (type) {
    case 'string':
      return schema.format === 'date' ? date : schema.format === 'date-time' ? time : z.string()
    case 'integer':
    case 'number':
      return numeric(type, schema)
    case 'boolean':
      return z.boolean()
    case 'array':
      return z.array(schema.items ? zodSchema(schema.items) : z.unknown())
    default:
      return schema.properties ? members(schema, schema.properties) : z.record(z.string(), z.unknown())
  }
}

function members(schema: JsonSchema, properties: Readonly<Record<string, JsonSchema>>): z.ZodType {
  const required = schema.required ?? []
  const shape = Object.entries(properties).map(([name, member]) => {
    const value = zodSchema(member)
    // `null` unsets a field. Asana's description does not always say so.
    return [name, required.includes(name) ? value : value.nullish()] as const
  })
  return z.strictObject(Object.fromEntries(shape))
}

function numeric(type: string, { minimum, maximum }: JsonSchema): z.ZodType {
  const number = type === 'integer' ? z.int() : z.number()
  return number.min(minimum ?? Number.NEGATIVE_INFINITY).max(maximum ?? Number.POSITIVE_INFINITY)
}

function orNull(schema: JsonSchema, value: z.ZodType): z.ZodType {
  return [schema.type].flat().includes('null') ? value.nullable() : value
}

const date = z.iso.date('expected a date, YYYY-MM-DD')

/** ISO 8601, or `now` (Asana docs: completed_since), or a `Date`. */
const time = z.union(
  [z.date(), z.literal('now'), z.iso.date(), z.iso.datetime({ offset: true, local: true })],
  'expected a time such as 2026-11-25T09:00:00Z',
)

const file = z.custom<unknown>(
  value =>
    value instanceof Blob ||
    value instanceof Uint8Array ||
    // Functions: what came as JSON may have any name, and is no stream.
    (typeof value === 'object' &&
      value !== null &&
      (typeof Reflect.get(value, 'getReader') === 'function' ||
        typeof Reflect.get(value, Symbol.asyncIterator) === 'function')),
  'expected a Blob, a Uint8Array or a stream',
)
