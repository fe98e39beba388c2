import { type OperationId, operation } from '../../src/index.ts'
import { type JsonSchema, parametersOf } from '../../src/parameters.ts'

export type Thoroughness = 'required' | 'everything'

/** Arguments for an operation, in the order of its method: what is required, or all there is. */
export function sampleArguments(id: OperationId, thoroughness: Thoroughness, fields: readonly string[] = []) {
  const { path, query, body } = parametersOf(id)
  const options = sampleObject(query, thoroughness)
  if ('opt_fields' in options) options['opt_fields'] = fields.slice(0, 3)
  const isForm = operation(id).body === 'form'
  return [
    ...path.map((_, i) => String(1201 + i)),
    ...(body ? [{ ...sampleObject(body, thoroughness), ...(isForm && { file: new Blob(['text']) }) }] : []),
    options,
  ]
}

function sampleObject(schema: JsonSchema, thoroughness: Thoroughness): Record<string, unknown> {
  const names = Object.keys(schema.properties ?? {})
  const wanted = thoroughness === 'everything' ? names : (schema.required ?? [])
  return Object.fromEntries(
    wanted.map(name => [name, special[name] ?? sample(schema.properties?.[name] ?? {}, thoroughness)]),
  )
}

function sample(schema: JsonSchema, thoroughness: Thoroughness): unknown {
  if (schema.anyOf) return sample(schema.anyOf[0] ?? {}, thoroughness)
  if (schema.enum) return schema.enum[0]
  switch ([schema.type].flat()[0]) {
    case 'string':
      return texts[schema.format ?? 'any']
    case 'integer':
      return 7
    case 'number':
      return 0.5
    case 'boolean':
      return true
    case 'array':
      return [sample(schema.items ?? {}, thoroughness)]
    case 'object':
      return sampleObject(schema, thoroughness)
    default:
      return 'anything'
  }
}

const texts = {
  any: '1200',
  binary: '1200',
  date: '2026-02-28',
  'date-time': '2026-02-28T12:00:00.000Z',
  uri: 'https://example.com/hook',
}

// What to copy of a duplicated object: a list in one text, of names that only its pattern knows.
const special: Readonly<Record<string, unknown>> = { include: 'notes' }
