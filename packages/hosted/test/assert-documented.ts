import * as z from 'zod'

// biome-ignore lint/suspicious/noExplicitAny: a JSON document, read by its known shape.
type Json = any

/** Fails when an answer of the API is not one that its OpenAPI document describes. */
export function assertDocumented(
  document: Json,
  method: string,
  path: string,
  answer: { readonly status: number; readonly headers: Headers; readonly body: unknown },
): void {
  const operation = operationAt(document, method, path)
  if (!operation) return
  const declared = operation.responses[answer.status] ?? operation.responses.default
  if (!operation.responses[answer.status] && answer.status < 400) {
    throw new Error(`${method} ${path} answers ${answer.status}, which is not documented.`)
  }
  const media = declared.content?.['application/json']
  if (!media || !answer.headers.get('content-type')?.includes('json')) return
  const schema = media.schema.$ref ? document.components.schemas.Error : media.schema
  const result = z.fromJSONSchema(schema).safeParse(answer.body)
  if (!result.success) throw new Error(`${method} ${path} ${answer.status}: ${z.prettifyError(result.error)}`)
}

function operationAt(document: Json, method: string, path: string): Json {
  const [pathname = ''] = path.replace(/^(\/api)?\/v1/, '').split('?')
  for (const [template, operations] of Object.entries<Json>(document.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`)
    if (pattern.test(pathname) && operations[method.toLowerCase()]) return operations[method.toLowerCase()]
  }
  return undefined
}
