import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { type ApiClient, apiAs, gidNamed, gidOf, readApi } from './support/api-client.ts'

let sandbox: Sandbox
let api: ApiClient
let task: string
beforeEach(async () => {
  sandbox = await startSandbox()
  api = apiAs(sandbox)
  const workspace = sandbox.workspaces[0]?.gid
  task = await gidNamed(api, `/tasks?assignee=me&workspace=${workspace}`, 'Write the landing page')
})
afterEach(() => sandbox.close())

async function upload(fields: Record<string, string | File>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const authorization = `Bearer ${sandbox.createPersonalAccessToken('ada@example.com')}`
  const url = `${sandbox.endpoints.baseUrl}/attachments`
  return readApi(await fetch(url, { method: 'POST', headers: { authorization }, body }))
}

const bytes = new Uint8Array([0, 13, 10, 45, 45, 255])
const file = new File([bytes], 'a "file".bin', { type: 'image/png' })

test('a file is uploaded and downloaded, byte for byte', async () => {
  const { status, record } = await upload({ parent: task, file })
  expect(status).toBe(200)
  expect(record).toMatchObject({
    ...{ name: 'a "file".bin', resource_subtype: 'asana', host: 'asana', size: 6, parent: { gid: task } },
  })
  const download = await fetch(String(record['download_url']))
  expect(download.headers.get('content-type')).toBe('image/png')
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(bytes)
})

describe('the download URL', () => {
  test('is of another origin', async () => {
    const { record } = await upload({ parent: task, file })
    expect(String(record['download_url'])).toMatch(new RegExp(`^${sandbox.downloadsUrl}/`))
    expect(sandbox.downloadsUrl).not.toBe(sandbox.url)
  })

  test('refuses a request that brings the token along, and the log shows it', async () => {
    const { record } = await upload({ parent: task, file })
    const leaked = await fetch(String(record['download_url']), { headers: { authorization: 'Bearer x' } })
    expect(leaked.status).toBe(400)
    expect(sandbox.requests.at(-1)).toMatchObject({ endpoint: 'download', authorization: true })
  })

  test('works for two minutes, and only as it was made', async () => {
    const url = String((await upload({ parent: task, file })).record['download_url'])
    expect((await fetch(url.replace('signature=', 'signature=x'))).status).toBe(403)
    sandbox.clock.advance(120_000)
    expect((await fetch(url)).status).toBe(403)
  })
})

test('an external attachment is a link', async () => {
  const external = { resource_subtype: 'external', name: 'Plan', url: 'https://example.com/plan' }
  const { record } = await upload({ parent: task, ...external })
  expect(record).toMatchObject({ name: 'Plan', view_url: 'https://example.com/plan', download_url: null })
})

test('attachments are listed by parent, shown and deleted', async () => {
  const gid = gidOf((await upload({ parent: task, file })).record)
  expect((await api('GET', `/attachments?parent=${task}`)).records).toEqual([
    { gid, resource_type: 'attachment', name: 'a "file".bin', resource_subtype: 'asana' },
  ])
  expect((await api('GET', `/attachments/${gid}`)).status).toBe(200)
  expect((await api('DELETE', `/attachments/${gid}`)).body).toEqual({ data: {} })
  expect((await api('GET', `/attachments?parent=${task}`)).records).toEqual([])
})

test('what is missing is named', async () => {
  expect((await api('GET', '/attachments')).message).toBe('parent: Missing input')
  expect((await upload({ file })).message).toBe('parent: Missing input')
  expect((await upload({ parent: task })).message).toBe('file: Missing input')
  expect((await upload({ parent: '1', file })).message).toBe('parent: Unknown object: 1')
})

test('a body that is not multipart after all is refused', async () => {
  const response = await fetch(`${sandbox.endpoints.baseUrl}/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandbox.createPersonalAccessToken('ada@example.com')}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
    body: '--x\r\nbroken',
  })
  expect(response.status).toBe(400)
})
