import type { OpenApi } from './openapi.ts'
import { type Field, namedShape, type Shape } from './shape.ts'
import { answerType, requestTypeName } from './type-names.ts'

/** Whether a type is read from Asana or sent to it. */
export type Direction = 'answer' | 'request'

/** Turns shapes into TypeScript, and remembers which named types are thereby needed. */
export class TypeWriter {
  readonly #document: OpenApi
  readonly #declarations = new Map<string, string>()

  constructor(document: OpenApi) {
    this.#document = document
  }

  /** The declarations of all types that were named, by name. */
  declarations(): string[] {
    return [...this.#declarations].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)
  }

  /** A type expression. */
  type(shape: Shape, direction: Direction): string {
    const type = this.#plain(shape, direction)
    return shape.nullable ? `${type} | null` : type
  }

  /** Without the fields that only Asana writes, in a request. */
  members(
    fields: readonly Field[],
    direction: Direction,
    { indent = '  ', isResource = true } = {},
  ): string[] {
    return fields
      .filter(field => direction === 'answer' || !field.readOnly)
      .map(({ name, shape, required }) => {
        const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`
        const type = this.type(shape, direction)
        // Of an answer only the gid is certain: `opt_fields` decides about the rest.
        const certain = direction === 'answer' ? isResource && name === 'gid' : required
        const absent = direction === 'request' && !certain ? ' | undefined' : ''
        return `${indent}readonly ${key}${certain ? '' : '?'}: ${type}${absent}`
      })
  }

  #plain(shape: Shape, direction: Direction): string {
    switch (shape.kind) {
      case 'string':
        if (shape.format === 'binary') return 'FileContent'
        return shape.format === 'date-time' && direction === 'request' ? 'Date | string' : 'string'
      case 'enum':
        return shape.values.map(value => `'${value}'`).join(' | ')
      case 'integer':
      case 'number':
        return 'number'
      case 'boolean':
        return 'boolean'
      case 'any':
        return 'unknown'
      case 'array':
        return `readonly ${grouped(this.type(shape.items, direction))}[]`
      case 'map':
        return `Readonly<Record<string, ${this.type(shape.values, direction)}>>`
      case 'union':
        return [...new Set(shape.options.map(option => this.type(option, direction)))].join(' | ')
      case 'object':
        return `{ ${this.members(shape.fields, direction, { indent: '', isResource: false }).join('; ')} }`
      case 'named':
        return this.#named(shape.name, direction)
    }
  }

  #named(schema: string, direction: Direction): string {
    const answer = answerType(this.#document, schema)
    const name = direction === 'answer' ? answer.name : requestTypeName(schema)
    if (this.#declarations.has(name)) return name
    // Before its members are written, because some types refer to themselves.
    this.#declarations.set(name, '')
    const shape = namedShape(this.#document, direction === 'answer' ? answer.schema : schema)
    this.#declarations.set(name, this.#declare(name, shape, direction))
    return name
  }

  #declare(name: string, shape: Shape, direction: Direction): string {
    const doc =
      direction === 'answer' ? `\`${name}\` as Asana returns it.` : 'What a request sends as `data`.'
    if (shape.kind !== 'object')
      return `/** ${doc} */\nexport type ${name} = ${this.type(shape, direction)}\n`
    const members = this.members(shape.fields, direction)
    if (members.length === 0)
      return `/** ${doc} */\nexport type ${name} = Readonly<Record<string, unknown>>\n`
    return `/** ${doc} */\nexport interface ${name} {\n${members.join('\n')}\n}\n`
  }
}

function grouped(type: string): string {
  return /[ |]/.test(type) && !type.startsWith('{') ? `(${type})` : type
}
