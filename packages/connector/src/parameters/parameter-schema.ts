import * as z from 'zod'
import type { Action } from '../actions/action.ts'
import { parametersFor } from './action-parameters.ts'
import { zodSchema } from './zod-schema.ts'

// Blank or all dots; `..` anywhere; what separates the parts of a URL; what cannot be encoded.
const unsafe = /^[\s.]*$|\.\.|[/\\?#\p{Cc}\p{Cs}]/u
const pathParameter = z.string().refine(value => !unsafe.test(value), 'expected an id without / \\ ? # or ..')

/** One range (RFC 9110, section 14.2): several come as an answer of another kind. */
const range = z.string().regex(/^bytes=(\d+-\d*|-\d+)$/, 'expected a range such as bytes=0-1023')

const fieldNames = z.union([z.string(), z.array(z.string())], 'expected a list of field names')
const filter = z.union([z.string(), z.array(z.string())], 'expected an id, or a list of ids')

/** The value of a filter by custom field. */
export const customFieldValue = z.union(
  [z.string(), z.number(), z.boolean()],
  'expected a text, a number or a boolean',
)

const schemas = new Map<string, z.ZodType>()

/**
 * What the parameters of an action are checked with, under the names that Asana knows. Made with the first
 * call of the action: hundreds of operations that nobody calls cost nothing.
 */
export function parameterSchema(action: Action): z.ZodType {
  const schema = schemas.get(action.id) ?? build(action)
  schemas.set(action.id, schema)
  return schema
}

function build(action: Action): z.ZodType {
  const { path, query, required, body } = parametersFor(action)
  const shape: Record<string, z.ZodType> = {}
  for (const [name, schema] of Object.entries(query)) {
    const value = ofName(name) ?? zodSchema(schema)
    shape[name] = required.includes(name) ? value : value.optional()
  }
  for (const name of path) shape[name] = pathParameter
  if (body) shape['data'] = zodSchema(body)
  return z.strictObject(shape)
}

/** For parameters that take more, or less, than the tables say. */
function ofName(name: string): z.ZodType | undefined {
  if (name === 'opt_fields') return fieldNames
  if (name === 'range_header') return range
  return /\.(any|not|all)$/.test(name) ? filter : undefined
}
