import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { type ApiClient, apiAs, gidNamed } from './support/api-client.ts'

let sandbox: Sandbox
let api: ApiClient
let path: string
beforeEach(async () => {
  sandbox = await startSandbox({ maxUnpaginatedItems: 10 })
  api = apiAs(sandbox)
  path = `/projects/${await gidNamed(api, '/projects', 'Website launch')}/tasks`
})
afterEach(() => sandbox.close())

interface NextPage {
  offset: string
  path: string
  uri: string
}
const nextOf = (body: Record<string, unknown>) => body['next_page'] as NextPage

test('pages follow each other without gap or overlap, and the last one has no next', async () => {
  const whole = (await api('GET', path)).records
  const pages = []
  let next: string | undefined = `${path}?limit=3`
  while (next !== undefined) {
    const { body, records }: Awaited<ReturnType<ApiClient>> = await api('GET', next)
    pages.push(records)
    next = nextOf(body)?.path
  }
  expect(pages.map(page => page.length)).toEqual([3, 3, 1])
  expect(pages.flat()).toEqual(whole)
})

test('next_page has an offset, a path and a URI that lead to the same page', async () => {
  const { offset, path: nextPath, uri } = nextOf((await api('GET', `${path}?limit=3&opt_fields=name`)).body)
  const byPath = await api('GET', nextPath)
  expect(byPath.records[0]).toHaveProperty('name')
  expect(uri).toBe(sandbox.endpoints.baseUrl + nextPath)
  const byOffset = await api('GET', `${path}?limit=3&opt_fields=name&offset=${encodeURIComponent(offset)}`)
  expect(byOffset.records).toEqual(byPath.records)
})

test.each(['0', '101', '-1', '1.5', 'x', ''])('limit=%s is refused', async limit => {
  expect(await api('GET', `${path}?limit=${limit}`)).toMatchObject({
    status: 400,
    message: expect.stringMatching(/^limit: /),
  })
})

test('an offset that Asana did not issue is refused, an empty one too', async () => {
  for (const offset of ['nonsense', 'eyJwb3NpdGlvbiI6MX0.x', '']) {
    expect(await api('GET', `${path}?limit=3&offset=${offset}`)).toMatchObject({
      status: 400,
      message: 'offset: Your pagination token is invalid.',
    })
  }
})

test('an offset of another list is refused', async () => {
  const { offset } = nextOf((await api('GET', `${path}?limit=3`)).body)
  const other = await api('GET', `/tags?limit=3&offset=${encodeURIComponent(offset)}`)
  expect(other.message).toBe('offset: Your pagination token is invalid.')
})

test('an offset expires', async () => {
  const { path: nextPath } = nextOf((await api('GET', `${path}?limit=3`)).body)
  sandbox.clock.advance(86_400_000)
  expect((await api('GET', nextPath)).message).toBe('offset: Your pagination token has expired.')
})

test('a list that is too long for one answer is refused without limit', async () => {
  const workspace = sandbox.workspaces[0]?.gid
  for (let index = 0; index < 11; index += 1) await api('POST', '/tags', { name: `tag ${index}`, workspace })
  expect(await api('GET', '/tags')).toMatchObject({
    status: 400,
    message: 'The result is too large. You should use pagination (may require specifying a workspace)!',
  })
  expect((await api('GET', '/tags?limit=100')).status).toBe(200)
})
