import { type OpenApi, resolve, type SchemaObject } from './openapi.ts'

/** What a value looks like: a schema without its prose, with references kept by name and `allOf` merged. */
export type Shape = { readonly nullable?: boolean } & (
  | { readonly kind: 'string'; readonly format?: StringFormat }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'integer'; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: 'number' | 'boolean' | 'any' }
  | { readonly kind: 'array'; readonly items: Shape }
  | { readonly kind: 'map'; readonly values: Shape }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'union'; readonly options: readonly Shape[] }
  | { readonly kind: 'named'; readonly name: string }
)

const stringFormats = ['date', 'date-time', 'uri', 'binary'] as const
export type StringFormat = (typeof stringFormats)[number]

export interface Field {
  readonly name: string
  readonly shape: Shape
  readonly required: boolean
  readonly readOnly: boolean
}

const anything: Shape = { kind: 'any' }

/** The shape of a schema; what it refers to by name stays a name. */
export function shapeOf(document: OpenApi, schema: SchemaObject): Shape {
  const shape = plainShape(document, schema)
  return schema.nullable ? { ...shape, nullable: true } : shape
}

/** The shape behind a name, and behind the name that it may be another word for. */
export function namedShape(document: OpenApi, name: string): Shape {
  const shape = shapeOf(document, resolve(document, { $ref: `#/components/schemas/${name}` }))
  return shape.kind === 'named' ? namedShape(document, shape.name) : shape
}

function plainShape(document: OpenApi, schema: SchemaObject): Shape {
  if (schema.$ref) return { kind: 'named', name: schema.$ref.replace('#/components/schemas/', '') }
  const options = schema.anyOf ?? schema.oneOf
  if (options) return { kind: 'union', options: options.map(option => shapeOf(document, option)) }
  const only = onlyPart(schema)
  if (only) return { ...shapeOf(document, only), ...(isNullable(schema) && { nullable: true }) }
  if (schema.allOf || schema.properties) return objectShape(document, schema)
  if (schema.enum && schema.type !== 'integer') {
    return { kind: 'enum', values: schema.enum.filter(value => value !== null).map(String) }
  }
  switch (schema.type) {
    case 'string':
      return { kind: 'string', ...stringFormat(schema.format) }
    case 'integer':
      return {
        kind: 'integer',
        ...(schema.minimum !== undefined && { minimum: schema.minimum }),
        ...(schema.maximum !== undefined && { maximum: schema.maximum }),
      }
    case 'number':
    case 'boolean':
      return { kind: schema.type }
    case 'array':
      return { kind: 'array', items: schema.items ? shapeOf(document, schema.items) : anything }
    case 'object':
      return { kind: 'map', values: mapValues(document, schema.additionalProperties) }
    default:
      return anything
  }
}

/** The part of an `allOf` that has all the content, when the others only say that it may be null, or why. */
function onlyPart({ allOf = [], properties, required }: SchemaObject): SchemaObject | undefined {
  if (properties || required) return undefined
  const parts = allOf.filter(
    ({ type = 'object', ...part }) =>
      part.$ref ?? part.allOf ?? part.anyOf ?? part.properties ?? part.required ?? type !== 'object',
  )
  return parts.length === 1 ? parts[0] : undefined
}

function isNullable(schema: SchemaObject): boolean {
  return schema.nullable === true || (schema.allOf ?? []).some(part => part.nullable === true)
}

function mapValues(document: OpenApi, values: SchemaObject['additionalProperties']): Shape {
  return typeof values === 'object' ? shapeOf(document, values) : anything
}

function stringFormat(format: string | undefined): { readonly format?: StringFormat } {
  const known = stringFormats.find(name => name === format)
  return known ? { format: known } : {}
}

/** Everything that `allOf` brings together, later parts over earlier ones. */
function objectShape(document: OpenApi, schema: SchemaObject): Shape {
  const fields = new Map<string, Field>()
  const required = new Set<string>()
  const collect = (part: SchemaObject): void => {
    const { allOf = [], properties = {}, required: names = [] } = resolve<SchemaObject>(document, part)
    for (const other of allOf) collect(other)
    for (const name of names) required.add(name)
    for (const [name, property] of Object.entries(properties)) {
      const readOnly = [property, ...(property.allOf ?? [])].some(said => said.readOnly === true)
      fields.set(name, { name, shape: shapeOf(document, property), required: false, readOnly })
    }
  }
  collect(schema)
  if (fields.size === 0) return { kind: 'map', values: anything }
  return {
    kind: 'object',
    fields: [...fields.values()].map(field => ({ ...field, required: required.has(field.name) })),
  }
}
