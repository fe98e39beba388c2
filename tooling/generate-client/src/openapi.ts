/** As much of an OpenAPI 3.0 document as the generator reads. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export type Method = 'get' | 'post' | 'put' | 'delete'

export type PathItem = { readonly [M in Method]?: OperationObject } & {
  readonly parameters?: readonly Referable<ParameterObject>[]
}

export interface OperationObject {
  readonly operationId: string
  readonly deprecated?: boolean
  readonly parameters?: readonly Referable<ParameterObject>[]
  readonly requestBody?: Referable<{ readonly content: Content }>
  readonly responses: Readonly<Record<string, Referable<{ readonly content?: Content }>>>
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
}

export interface ParameterObject {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema?: SchemaObject
}

export type Content = Readonly<Record<string, { readonly schema?: SchemaObject }>>

export interface SchemaObject {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly (string | number | boolean | null)[]
  readonly nullable?: boolean
  readonly readOnly?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: SchemaObject
  readonly properties?: Readonly<Record<string, SchemaObject>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | SchemaObject
  readonly allOf?: readonly SchemaObject[]
  readonly anyOf?: readonly SchemaObject[]
  readonly oneOf?: readonly SchemaObject[]
}

export type Referable<T> = T | { readonly $ref: string }

/** Follows a `$ref` into the document; what is none is returned as it is. */
export function resolve<T extends object>(document: OpenApi, value: Referable<T>): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T
  let target: unknown = document
  for (const part of value.$ref.replace(/^#\//, '').split('/')) {
    target = (target as Record<string, unknown>)[part]
  }
  if (typeof target !== 'object' || target === null) throw new Error(`${value.$ref} leads nowhere`)
  return resolve(document, target as Referable<T>)
}
