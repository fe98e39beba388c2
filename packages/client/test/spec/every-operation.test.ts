import { beforeAll, describe, expect, it } from 'vitest'
import { AsanaClient, operation, operationIds } from '../../src/index.ts'
import { AsanaList } from '../../src/list.ts'
import { descriptionText } from './description.ts'
import { readRequest } from './read-request.ts'
import { type RequestValidator, requestValidator, type SentRequest } from './request-validator.ts'
import { sampleArguments } from './sample-arguments.ts'

describe.skipIf(descriptionText === undefined)('by the description, the request of', () => {
  let validator: RequestValidator
  beforeAll(async () => {
    validator = await requestValidator()
  }, 60_000)

  describe.each(['required', 'everything'] as const)('every operation with %s', thoroughness => {
    it.each(operationIds)('%s is valid', async id => {
      const sent: SentRequest[] = []
      const client = new AsanaClient({
        accessToken: 'a',
        fetch: async (url, init) => {
          sent.push(await readRequest(url, init))
          return Response.json({ data: operation(id).list ? [] : {}, sync: 's', has_more: false })
        },
      })
      const args = sampleArguments(id, thoroughness, validator.fields(id))
      const answer = client.request(String(id), args)
      expect(answer instanceof AsanaList).toBe(operation(id).list !== undefined)
      await answer
      expect(sent).toHaveLength(1)
      for (const request of sent) expect(validator.problems(id, request)).toEqual([])
    })
  })

  it('a wrong request is not', () => {
    const wrong: SentRequest = {
      method: 'PUT',
      url: 'https://app.asana.com/api/1.0/task?limit=0&bogus=1&completed_since=soon',
      contentType: null,
      body: undefined,
    }
    expect(validator.problems('getTasks', wrong)).toEqual([
      'method PUT',
      'path /task',
      'the query parameter bogus is unknown',
      '/query must NOT have additional properties',
    ])
  })
})
