import { fullFormats } from 'ajv-formats/dist/formats.js'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import { type Description, flatten, type Schema } from './description.ts'

/** Says what is wrong with an answer: a field that the description does not have is wrong too. */
export type ResponseValidator = (operationId: string, answer: unknown) => string[]

/** Where the description is narrower than Asana, or than itself elsewhere. */
const knownDifferences = [
  // It shows whatever a status, setting, relationship or comment is on as a project or task; goals have more.
  /(parent|supporting_resource|target) must NOT have additional properties {"additionalProperty":"owner"}/,
  // Typeahead answers compact records, of which it shows what all of them have.
  /^\/data\/\d+ must NOT have additional properties {"additionalProperty":"resource_subtype"}/,
  // These three take `offset`, and so must say where the next page is.
  /additionalProperty":"next_page"/,
  // A webhook that was never delivered has no such times.
  /last_(failure|success)_at must be string/,
  // Most tasks are in no other system.
  /external must be object/,
  // A domain is no URI.
  /email_domains/,
]

export async function responseValidator(description: Description): Promise<ResponseValidator> {
  const backend = new OpenAPIBackend<Document>({
    definition: strictly(description) as unknown as Document,
    quick: true,
    ajvOpts: { strict: false, logger: false, allErrors: true, formats: fullFormats },
  })
  await backend.init()
  return (operationId, answer) => {
    const { errors } = backend.validateResponse(answer, operationId)
    return (errors ?? [])
      .filter(({ keyword }) => keyword !== 'oneOf')
      .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
      .filter(problem => !knownDifferences.some(known => known.test(problem)))
  }
}

/** The description with successful answers only, and every object in them closed. */
function strictly(description: Description): unknown {
  const paths = Object.entries(description.paths).map(([path, item]) => {
    const operations = Object.entries(item).flatMap(([method, operation]) => {
      if (operation.responses === undefined) return []
      const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
      const responses = success.map(([status, response]) => {
        const schema = response.content?.['application/json']?.schema
        return [
          status,
          {
            description: '',
            content: { 'application/json': { schema: schema && close(description, schema) } },
          },
        ]
      })
      return [[method, { operationId: operation.operationId, responses: Object.fromEntries(responses) }]]
    })
    return [path, Object.fromEntries(operations)]
  })
  return {
    openapi: '3.0.0',
    info: { title: '', version: '' },
    paths: Object.fromEntries(paths),
  }
}

function close(description: Description, schema: Schema): unknown {
  const flat = flatten(description, schema)
  const closed = (one: Schema) => close(description, one)
  const open = closedType(flat, closed)
  // ajv takes `nullable` beside a `type` only, and the description has it without.
  return flat.nullable === true ? { anyOf: [open, { enum: [null] }] } : open
}

function closedType(flat: Schema, closed: (one: Schema) => unknown): unknown {
  const either = flat.oneOf ?? flat.anyOf
  if (either !== undefined) return { anyOf: either.map(closed) }
  const { type, format, required } = flat
  const chosen = flat.enum === undefined ? {} : { enum: [...flat.enum] }
  if (type === 'array') return { type, items: flat.items === undefined ? {} : closed(flat.items) }
  const properties = Object.entries(flat.properties ?? {})
  if (properties.length > 0) {
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(properties.map(([name, one]) => [name, closed(one)])),
      ...(required === undefined || required.length === 0 ? {} : { required }),
    }
  }
  return { ...(type === undefined ? {} : { type }), ...(format === undefined ? {} : { format }), ...chosen }
}
