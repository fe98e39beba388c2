import * as z from 'zod'
import type { Access, Endpoint } from '../http/endpoint.ts'
import { errorEnvelope } from '../http/schemas.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** OpenAPI 3.1 of the endpoints, from the schemas that validate their requests. */
export function openApiDocument(endpoints: readonly Endpoint[], publicUrl: string): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {}
  for (const endpoint of endpoints) {
    for (const path of endpoint.paths) {
      const isAlias = path !== endpoint.paths[0]
      paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint, isAlias ? path : undefined) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Asana connector API',
      version: '1',
      description: 'Keeps the Asana connections of your users and executes for your backend.',
    },
    servers: [{ url: `${publicUrl}/v1` }, { url: `${publicUrl}/api/v1` }],
    paths,
    components: {
      securitySchemes: {
        operator: { type: 'http', scheme: 'bearer', description: 'From account/applications/token' },
        scoped: { type: 'http', scheme: 'bearer', description: 'From embedded/scoped-token' },
      },
      schemas: { Error: jsonSchema(errorEnvelope, 'output') },
    },
  }
}

function operation(endpoint: Endpoint, aliasPath: string | undefined): JsonObject {
  const { operationId, summary, tag, access, params, query, body, responses } = endpoint
  const parameters = [...parametersIn('path', params), ...parametersIn('query', query)]
  return {
    // The id of an operation is unique; that of an alias is told apart by its path.
    operationId: aliasPath === undefined ? operationId : `${operationId}${aliasPath.replace(/\W+/g, '_')}`,
    summary,
    tags: [tag],
    security: security[access],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, { description, schema, contentType }]) => [
          status,
          {
            description,
            ...(schema && { content: { 'application/json': { schema: jsonSchema(schema, 'output') } } }),
            ...(contentType && { content: { [contentType]: {} } }),
          },
        ]),
      ),
      default: {
        description: 'An error',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

const security: Readonly<Record<Access, readonly JsonObject[]>> = {
  public: [],
  browser: [],
  operator: [{ operator: [] }],
  scoped: [{ scoped: [] }],
  any: [{ operator: [] }, { scoped: [] }],
}

function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined): readonly JsonObject[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, JsonObject>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, reused: 'inline' }) as JsonObject
  return rest
}
