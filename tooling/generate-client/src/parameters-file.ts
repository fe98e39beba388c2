import type { OpenApi } from './openapi.ts'
import type { OperationFacts } from './operation-facts.ts'
import { type Field, namedShape, type Shape } from './shape.ts'

/** Those of `opt_fields` and pages are the same everywhere: a letter for each. */
const shared: Readonly<Record<string, string>> = { opt_fields: 'f', opt_pretty: 'p', limit: 'l', offset: 'o' }

/**
 * What every operation takes, in the notation that packages/client/src/parameters/notation.ts explains:
 * named shapes first, then a line an operation.
 */
export function parametersFile(document: OpenApi, operations: readonly OperationFacts[]): string {
  const shapes = new ShapeWriter(document)
  const lines = operations.map(({ id, query, body }) => {
    const common = query.map(({ name }) => shared[name] ?? '').join('')
    const own = query.filter(({ name }) => !(name in shared)).map(field => ({ ...field, readOnly: false }))
    return [
      id,
      common || '-',
      own.length > 0 ? shapes.members(own) : '-',
      ...(body ? [shapes.write(body.shape)] : []),
    ].join(' ')
  })
  return `// Written by tooling/generate-client from Asana's API description. Do not edit.

/** Shapes that have a name, a line each. */
export const shapeLines = \`${shapes.lines().join('\n')}\`

/** A line an operation: id, which common query parameters, the others, the shape of \`data\`. */
export const parameterLines = \`${lines.join('\n')}\`
`
}

const formats = { date: 'd', 'date-time': 't', uri: 'u', binary: 'x' } as const

class ShapeWriter {
  readonly #document: OpenApi
  readonly #named = new Map<string, string>()

  constructor(document: OpenApi) {
    this.#document = document
  }

  lines(): string[] {
    return [...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => `${name} ${text}`)
  }

  members(fields: readonly Field[]): string {
    const written = fields.filter(({ readOnly }) => !readOnly)
    return `{${written.map(({ name, required, shape }) => `${name}${required ? '*' : ''}:${this.write(shape)}`).join(',')}}`
  }

  write(shape: Shape): string {
    return this.#plain(shape) + (shape.nullable ? '?' : '')
  }

  #plain(shape: Shape): string {
    switch (shape.kind) {
      case 'string':
        return shape.format === undefined ? 's' : formats[shape.format]
      case 'enum':
        return `(${shape.values.join('|')})`
      case 'integer':
        return 'i'
      case 'number':
        return 'n'
      case 'boolean':
        return 'b'
      case 'any':
        return 'a'
      case 'array':
        return `[${this.write(shape.items)}]`
      case 'map':
        return 'm'
      case 'union':
        return `<${shape.options.map(option => this.write(option)).join('|')}>`
      case 'object':
        return this.members(shape.fields)
      case 'named':
        return this.#name(shape.name)
    }
  }

  #name(name: string): string {
    if (!this.#named.has(name)) {
      this.#named.set(name, '')
      this.#named.set(name, this.write(namedShape(this.#document, name)))
    }
    return `@${name};`
  }
}
