import type { OpenApi } from './openapi.ts'
import type { OperationFacts } from './operation-facts.ts'
import type { Shape } from './shape.ts'
import { answerType, optionsTypeName } from './type-names.ts'
import { TypeWriter } from './type-writer.ts'

const head = `// Written by tooling/generate-client from Asana's API description. Do not edit.

import type { AsanaList } from '../list.ts'
import type { CallOptions, FieldOptions, PageParams } from '../request/call-options.ts'
import type { FileContent } from '../request/file-content.ts'
import type { EventPage } from '../response/event-page.ts'
`

/** Query parameters that every operation shares, and which have a type of their own. */
const shared = new Set(['opt_fields', 'opt_pretty', 'limit', 'offset'])

/** The types of everything that is sent and returned, and one method for each operation. */
export function typesFile(document: OpenApi, operations: readonly OperationFacts[]): string {
  const writer = new TypeWriter(document)
  const fieldNames = fieldUnions(document, operations)
  const options: string[] = []
  const methods = operations.map(operation => {
    const fields = fieldNames.get(fieldsTypeName(document, operation) ?? '')?.name
    const declared = optionsType(writer, operation, fields)
    if (declared) options.push(declared)
    return method(writer, operation, fields)
  })
  const unions = [...fieldNames.values()].map(({ text }) => text)
  return [
    head,
    ...writer.declarations(),
    ...unions,
    ...options,
    `/**
 * Every operation of the Asana API under Asana's own id: path parameters in order, then \`data\` where there
 * is a body, then query parameters and call options in one object. Each throws what \`AsanaClient.request\` throws.
 */
export interface OperationMethods {
${methods.join('\n')}
}
`,
  ].join('\n')
}

function method(writer: TypeWriter, operation: OperationFacts, fields: string | undefined): string {
  const { id, body, pathParameters, answer } = operation
  const parameters = pathParameters.map(name => `${name}: string`)
  if (body) parameters.push(`data: ${writer.type(body.shape, 'request')}`)
  const needed = operation.query.some(({ required }) => required)
  parameters.push(`options${needed ? '' : '?'}: ${optionsExpression(operation, fields)}`)
  const result = writer.type(operation.result, 'answer')
  const returned =
    answer === 'one'
      ? `Promise<${result}>`
      : answer === 'envelope'
        ? `Promise<EventPage<${result}>>`
        : `AsanaList<${result}>`
  return `  /**\n${docLines(operation)
    .map(line => `   * ${line}`)
    .join('\n')}\n   */\n  ${id}(${parameters.join(', ')}): ${returned}`
}

function docLines({ id, method, path, scopes, deprecated }: OperationFacts): string[] {
  const scope = scopes.length > 0 ? `scope \`${scopes.join(' ')}\`` : 'full permissions'
  return [
    `\`${method} ${path}\`, ${scope}.`,
    `@see https://developers.asana.com/reference/${id.toLowerCase()}`,
    ...(deprecated ? ['@deprecated by Asana'] : []),
  ]
}

/** The options' type where it has a name, else what it is made of. */
function optionsExpression(operation: OperationFacts, fields: string | undefined): string {
  return ownQuery(operation).length > 0 ? optionsTypeName(operation.id) : bases(operation, fields).join(' & ')
}

function optionsType(writer: TypeWriter, operation: OperationFacts, fields: string | undefined) {
  const own = ownQuery(operation)
  if (own.length === 0) return undefined
  const members = writer.members(
    own.map(parameter => ({ ...parameter, readOnly: false })),
    'request',
  )
  const extended = operation.id === 'searchTasksForWorkspace' ? [customFieldFilter] : []
  return `/** Query parameters and call options of \`${operation.id}\`. */
export interface ${optionsTypeName(operation.id)} extends ${bases(operation, fields).join(', ')} {
${[...members, ...extended].join('\n')}
}
`
}

// Asana docs, Search tasks in a workspace: filters by custom field have the field's gid in their name.
const customFieldFilter =
  '  readonly [customField: `custom_fields.$' + '{string}`]: string | number | boolean | undefined'

function bases(operation: OperationFacts, fields: string | undefined): string[] {
  const has = (name: string) => operation.query.some(parameter => parameter.name === name)
  return [
    ...(has('opt_fields') || has('opt_pretty') ? [fields ? `FieldOptions<${fields}>` : 'FieldOptions'] : []),
    ...(has('limit') || has('offset') ? ['PageParams'] : []),
    'CallOptions',
  ]
}

function ownQuery({ query }: OperationFacts) {
  return query.filter(({ name }) => !shared.has(name))
}

interface FieldUnion {
  readonly name: string
  readonly text: string
}

/** One union of field names for each type that is returned: the same type has the same fields everywhere. */
function fieldUnions(document: OpenApi, operations: readonly OperationFacts[]): Map<string, FieldUnion> {
  const names = new Map<string, Set<string>>()
  for (const operation of operations) {
    const name = fieldsTypeName(document, operation)
    if (name === undefined) continue
    const known = names.get(name) ?? new Set()
    // Fields of the page, which the description lists among those of its items.
    for (const field of operation.fields) if (!pageFields.has(field)) known.add(field)
    names.set(name, known)
  }
  return new Map(
    [...names].sort().map(([name, fields]) => {
      const list = [...fields].sort().map(field => `  | '${field}'`)
      const text = `/** What \`opt_fields\` can ask for. */\nexport type ${name} =\n${list.join('\n')}\n`
      return [name, { name, text }]
    }),
  )
}

const pageFields = new Set(['offset', 'path', 'uri'])

function fieldsTypeName(document: OpenApi, { result, fields }: OperationFacts): string | undefined {
  const named: Shape = result.kind === 'array' ? result.items : result
  if (named.kind !== 'named' || !fields.some(field => !pageFields.has(field))) return undefined
  return `${answerType(document, named.name).name}Field`
}
