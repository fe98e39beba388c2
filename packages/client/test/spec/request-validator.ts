import { fullFormats } from 'ajv-formats/dist/formats.js'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import type { OperationId } from '../../src/index.ts'
import { readDescription } from './description.ts'

/** A request as it left the client. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly contentType: string | null
  readonly body: unknown
}

export interface RequestValidator {
  /** What is wrong with a request for an operation, by the description. */
  problems(id: OperationId, request: SentRequest): string[]
  /** The names that its `opt_fields` documents. */
  fields(id: OperationId): readonly string[]
}

/** A validator of requests that somebody else wrote, on Asana's own description. */
export async function requestValidator(): Promise<RequestValidator> {
  const backend = new OpenAPIBackend<Document>({
    definition: readDescription() as unknown as Document,
    quick: true,
    coerceTypes: true,
    ajvOpts: { strict: false, logger: false, formats: fullFormats },
  })
  await backend.init()
  const described = (id: OperationId) => {
    const found = backend.router.getOperation(id)
    if (!found) throw new Error(`${id} is not in the description`)
    const query = (found.parameters ?? []) as QueryParameter[]
    return { found, query: query.filter(parameter => parameter.in === 'query') }
  }
  return {
    problems(id, { method, url, contentType, body }) {
      const { found, query } = described(id)
      const { pathname, searchParams } = new URL(url)
      const path = pathname.replace('/api/1.0', '')
      const expected = new RegExp(`^${found.path.replace(/{\w+}/g, '[^/]+')}$`)
      const lists = new Set(query.filter(({ schema }) => schema?.type === 'array').map(({ name }) => name))
      const given = [...searchParams].map(([name, value]) => [
        name,
        lists.has(name) ? value.split(',') : value,
      ])
      const result = backend.validateRequest(
        {
          method,
          path,
          headers: contentType === null ? {} : { 'content-type': contentType },
          query: Object.fromEntries(given),
          body: body as never,
        },
        found,
      )
      return [
        ...(method.toLowerCase() === found.method ? [] : [`method ${method}`]),
        ...(expected.test(path) ? [] : [`path ${path}`]),
        ...[...searchParams.keys()]
          .filter(name => !query.some(parameter => parameter.name === name))
          .map(name => `the query parameter ${name} is unknown`),
        ...(result.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
      ]
    },
    fields: id => described(id).query.find(({ name }) => name === 'opt_fields')?.schema?.items?.enum ?? [],
  }
}

interface QueryParameter {
  readonly name: string
  readonly in: string
  readonly schema?: { readonly type?: string; readonly items?: { readonly enum?: readonly string[] } }
}
