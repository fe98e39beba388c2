import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** As much of an OpenAPI schema as the tests look at. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly nullable?: boolean
  readonly readOnly?: boolean
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

export interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** The schema of the body, of `data` where it is JSON. */
  readonly body: Schema | undefined
  readonly contentType: string
  readonly successStatus: number
}

interface PathItem {
  readonly parameters?: readonly Parameter[]
}

interface DescribedOperation extends PathItem {
  readonly operationId: string
  readonly requestBody?: Content & { readonly $ref?: string }
  readonly responses: Readonly<Record<string, Content>>
}

export interface Description {
  readonly paths: Readonly<Record<string, PathItem & Record<string, DescribedOperation>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Where Asana's API description is: a file that the repository does not have. */
export const descriptionPath =
  process.env['ASANA_OAS'] ??
  fileURLToPath(new URL('../../../../../shared/data/asana_oas.yaml', import.meta.url))

/** The granular scope of each operation, beside it. */
export const scopesPath = join(dirname(descriptionPath), 'asana_scopes.json')

export function present(path: string): boolean {
  if (existsSync(path)) return true
  process.stdout.write(`Skipped, as ${path} is not there (ASANA_OAS names another place)\n`)
  return false
}

export function readDescription(): Description {
  return parse(readFileSync(descriptionPath, 'utf8'), { maxAliasCount: -1 }) as Description
}

function resolve<T extends { readonly $ref?: string }>(description: Description, value: T): T {
  if (value.$ref === undefined) return value
  let found: unknown = description
  for (const name of value.$ref.split('/').slice(1)) found = (found as Record<string, unknown>)[name]
  return resolve(description, found as T)
}

const methods = ['get', 'post', 'put', 'delete']

export function operationsOf(description: Description): Operation[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = item[method]
      if (operation === undefined) return []
      const request = operation.requestBody && resolve(description, operation.requestBody)
      const [contentType = '', content] = Object.entries(request?.content ?? {})[0] ?? []
      const whole = content?.schema && flatten(description, content.schema)
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        parameters: parameters.map(parameter => resolve(description, parameter)),
        body: whole?.properties?.['data'] ?? whole,
        contentType,
        successStatus: Number(Object.keys(operation.responses).find(status => status.startsWith('2'))),
      }
    }),
  )
}

/** The schema with everything that `allOf` puts together. */
export function flatten(description: Description, schema: Schema): Schema {
  const { allOf = [], ...own } = resolve(description, schema)
  const parts = [...allOf.map(part => flatten(description, part)), own]
  const merged: Schema = Object.assign({}, ...parts)
  return {
    ...merged,
    nullable: parts.some(part => part.nullable === true),
    properties: Object.assign({}, ...parts.map(part => part.properties ?? {})),
    required: parts.flatMap(part => part.required ?? []),
  }
}
