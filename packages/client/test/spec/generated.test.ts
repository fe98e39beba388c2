import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { generate } from '../../../../tooling/generate-client/src/generate.ts'
import { operation, operationIds } from '../../src/index.ts'
import { type JsonSchema, parametersOf } from '../../src/parameters.ts'
import { descriptionText } from './description.ts'

const generated = (name: string) =>
  readFileSync(new URL(`../../src/generated/${name}`, import.meta.url), 'utf8')

describe('the generated tables', () => {
  it('hold every operation once, 247 of them', () => {
    expect(operationIds).toHaveLength(247)
    expect(new Set(operationIds).size).toBe(247)
  })

  it('take at most 8 kB, gzipped, for what the client and the connector need at run time', () => {
    const tables = ['operations.gen.ts', 'parameters.gen.ts'].map(generated).join('\n')
    expect(gzipSync(tables, { level: 9 }).length).toBeLessThanOrEqual(8 * 1024)
  })

  it.skipIf(descriptionText === undefined)(
    'are what the generator makes of the description',
    () => {
      for (const [name, text] of Object.entries(generate(descriptionText ?? ''))) {
        expect(generated(name), name).toBe(text)
      }
    },
    60_000,
  )
})

describe('parametersOf', () => {
  it('gives the query and the body of an operation as JSON Schema', () => {
    expect(parametersOf('addSupportingRelationship')).toEqual({
      path: ['goal_gid'],
      query: {
        type: 'object',
        properties: {
          opt_fields: { type: 'array', items: { type: 'string' } },
          opt_pretty: { type: 'boolean' },
        },
        additionalProperties: false,
      },
      body: {
        type: 'object',
        properties: {
          supporting_resource: { type: 'string' },
          insert_before: { type: 'string' },
          insert_after: { type: 'string' },
          contribution_weight: { type: 'number' },
        },
        required: ['supporting_resource'],
        additionalProperties: false,
      },
    })
  })

  it('knows what is required, enumerated, nullable, a date, one of several, a file', () => {
    const { query } = parametersOf('getTasks')
    expect(query.properties?.['completed_since']).toEqual({ type: 'string', format: 'date-time' })
    expect(query.properties?.['limit']).toEqual({ type: 'integer', minimum: 1, maximum: 100 })
    expect(parametersOf('getAttachmentsForObject').query.required).toEqual(['parent'])
    const task = parametersOf('createTask').body?.properties ?? {}
    expect(task['due_on']).toEqual({ type: ['string', 'null'], format: 'date' })
    expect(task['approval_status']?.enum).toContain('changes_requested')
    expect(task['custom_fields']).toEqual({ type: 'object', additionalProperties: true })
    const setting = parametersOf('addCustomFieldSettingForProject').body?.properties?.['custom_field']
    expect(setting?.anyOf?.[0]).toEqual({ type: 'string' })
    expect(setting?.anyOf?.[1]?.required).toContain('workspace')
    expect(parametersOf('createAttachmentForObject').body?.properties?.['file']).toEqual({ format: 'binary' })
  })

  it('can be read for every operation, to the last character of its line', () => {
    for (const id of operationIds) {
      const { path, query, body } = parametersOf(id)
      expect(path, id).toHaveLength(operation(id).path.split('{').length - 1)
      for (const schema of [query, ...(body ? [body] : [])]) expectWellFormed(schema, id)
    }
  })
})

/** Whatever the notation could be misread as would show as a schema without meaning or a name with a mark in it. */
function expectWellFormed(schema: JsonSchema, where: string): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    expect(name, where).toMatch(/^[A-Za-z][\w.-]*$/)
    expectWellFormed(property, `${where}.${name}`)
  }
  for (const part of [...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? [])]) {
    expectWellFormed(part, where)
  }
  for (const value of schema.enum ?? []) expect(String(value), where).toMatch(/^[\w.,-]+$/)
  const said = schema.type ?? schema.anyOf ?? schema.format
  expect(said, `${where} says nothing`).toBeDefined()
}
