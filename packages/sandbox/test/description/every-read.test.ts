import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { type ApiClient, apiAs } from '../support/api-client.ts'
import {
  type Description,
  descriptionPath,
  type Operation,
  operationsOf,
  present,
  readDescription,
} from './description.ts'
import { responseValidator } from './response-validator.ts'
import { addressOf, type Cast, createCast } from './sample-calls.ts'

describe.runIf(present(descriptionPath))('every read', () => {
  let sandbox: Sandbox
  let api: ApiClient
  let cast: Cast
  let description: Description
  let reads: Operation[]
  beforeAll(async () => {
    description = readDescription()
    sandbox = await startSandbox({ premium: true })
    api = apiAs(sandbox)
    cast = await createCast(sandbox, api)
    // The cast has no webhook, and events come by sync tokens.
    reads = operationsOf(description).filter(
      ({ method, path }) => method === 'GET' && !path.startsWith('/webhooks') && !path.endsWith('/events'),
    )
  })
  afterAll(() => sandbox.close())

  const parameter = (operation: Operation, name: string) =>
    operation.parameters.find(one => one.name === name && one.in === 'query')

  test('of a record answers all the fields it documents as they are described', async () => {
    const problemsOf = await responseValidator(description)
    const problems: string[] = []
    for (const operation of reads.filter(({ path }) => path.endsWith('_gid}'))) {
      const fields = parameter(operation, 'opt_fields')?.schema?.items?.enum ?? []
      const { status, body, message } = await api(
        'GET',
        addressOf(operation, cast, { opt_fields: fields.join(',') }),
      )
      if (status !== 200) problems.push(`${operation.id}: ${status} ${message}`)
      else for (const problem of problemsOf(operation.id, body)) problems.push(`${operation.id}: ${problem}`)
    }
    expect(problems).toEqual([])
  }, 120_000)

  test('that takes a limit answers no more, and leads to the rest', async () => {
    const lists = reads.filter(operation => parameter(operation, 'limit') && parameter(operation, 'offset'))
    expect(lists.length).toBeGreaterThan(50)
    const problems: string[] = []
    for (const operation of lists) {
      const whole = (await api('GET', addressOf(operation, cast))).records
      const seen: unknown[] = []
      let next: string | undefined = addressOf(operation, cast, { limit: '1' })
      while (next !== undefined) {
        const { records, body }: Awaited<ReturnType<ApiClient>> = await api('GET', next)
        if (records.length > 1) problems.push(`${operation.id} answers ${records.length} of 1`)
        seen.push(...records)
        next = (body['next_page'] as { path: string } | null | undefined)?.path
      }
      if (JSON.stringify(seen) !== JSON.stringify(whole)) problems.push(`${operation.id} loses its way`)
    }
    expect(problems).toEqual([])
  }, 120_000)
})
