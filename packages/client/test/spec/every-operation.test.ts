import { beforeAll, describe, expect, it } from 'vitest'
import { AsanaClient, operation, operationIds } from '../../src/index.ts'
import { AsanaList } from '../../src/list.ts'
import { descriptionText } from './description.ts'
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

/** Whatever was given to fetch, as the other side reads it. */
async function readRequest(url: string, init: RequestInit): Promise<SentRequest> {
  const request = new Request(url, init)
  const contentType = request.headers.get('content-type')
  const { method } = request
  if (!contentType?.startsWith('multipart/')) {
    const text = await request.text()
    return { method, url, contentType, body: text ? JSON.parse(text) : undefined }
  }
  const body: Record<string, unknown> = {}
  const form = await request.formData()
  // A file is text to the description, and a flag is the word.
  form.forEach((value, name) => {
    body[name] = value instanceof Blob ? 'a file' : value === 'true' || value
  })
  return { method, url, contentType: 'multipart/form-data', body }
}
