import { type Method, type OpenApi, type OperationObject, type PathItem, resolve } from './openapi.ts'
import { type Shape, shapeOf } from './shape.ts'

/** How an operation answers: an object, pages with `limit`, a list without, or `data` with things beside it. */
export type AnswerKind = 'one' | 'pages' | 'list' | 'envelope'

/** What the generator takes from the description of one operation. */
export interface OperationFacts {
  readonly id: string
  readonly method: Uppercase<Method>
  readonly path: string
  readonly pathParameters: readonly string[]
  readonly query: readonly QueryParameter[]
  /** The names that `opt_fields` documents. */
  readonly fields: readonly string[]
  readonly body?: { readonly kind: 'data' | 'form'; readonly shape: Shape }
  readonly answer: AnswerKind
  /** Of `data`, or of its items. */
  readonly result: Shape
  /** Granular scopes; none: full permissions only. */
  readonly scopes: readonly string[]
  readonly deprecated: boolean
}

export interface QueryParameter {
  readonly name: string
  readonly required: boolean
  readonly shape: Shape
}

const methods = ['get', 'post', 'put', 'delete'] as const

export function operationFacts(document: OpenApi): OperationFacts[] {
  return Object.entries(document.paths)
    .flatMap(([path, item]) =>
      methods.flatMap(method => {
        const operation = item[method]
        return operation ? [factsOf(document, path, item, method, operation)] : []
      }),
    )
    .sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method))
}

function factsOf(
  document: OpenApi,
  path: string,
  item: PathItem,
  method: Method,
  operation: OperationObject,
): OperationFacts {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(parameter =>
    resolve(document, parameter),
  )
  const all = parameters.filter(parameter => parameter.in === 'query')
  const paged = method === 'get' && all.some(({ name }) => name === 'limit')
  const optFields = all.find(({ name }) => name === 'opt_fields')
  const { answer, result } = answerOf(document, operation, method, paged)
  const body = bodyOf(document, operation)
  return {
    id: operation.operationId,
    method: method.toUpperCase() as Uppercase<Method>,
    path,
    pathParameters: [...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => name),
    query: all
      // The description gives pages to one POST: there is nothing to page through.
      .filter(({ name }) => method === 'get' || (name !== 'limit' && name !== 'offset'))
      .map(({ name, required = false, schema = {} }) => ({
        name,
        required,
        shape: shapeOf(document, schema),
      })),
    fields: (optFields?.schema?.items?.enum ?? []).map(String),
    ...(body && { body }),
    answer,
    result,
    scopes: (operation.security ?? []).flatMap(requirement => requirement['oauth2'] ?? []),
    deprecated: operation.deprecated === true,
  }
}

function bodyOf(document: OpenApi, operation: OperationObject): OperationFacts['body'] {
  if (!operation.requestBody) return undefined
  const { content } = resolve(document, operation.requestBody)
  const form = content['multipart/form-data']?.schema
  if (form) return { kind: 'form', shape: shapeOf(document, form) }
  const data = content['application/json']?.schema?.properties?.['data']
  if (!data) throw new Error(`${operation.operationId}: a body without data`)
  return { kind: 'data', shape: shapeOf(document, data) }
}

function answerOf(
  document: OpenApi,
  operation: OperationObject,
  method: Method,
  paged: boolean,
): { readonly answer: AnswerKind; readonly result: Shape } {
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1]
  const schema = success && resolve(document, success).content?.['application/json']?.schema
  const whole = schema && resolve(document, schema)
  const data = whole?.properties?.['data']
  if (!data) throw new Error(`${operation.operationId}: an answer without data`)
  if (data.type !== 'array') return { answer: 'one', result: shapeOf(document, data) }
  const result = shapeOf(document, data.items ?? {})
  if (whole.properties?.['sync']) return { answer: 'envelope', result }
  // What a POST answers is read at once, and not when somebody looks at it.
  if (method !== 'get') return { answer: 'one', result: { kind: 'array', items: result } }
  return { answer: paged ? 'pages' : 'list', result }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
