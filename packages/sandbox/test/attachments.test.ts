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

describe('a part of a file', () => {
  const get = async (range: string, more: Record<string, string> = {}) => {
    const { record } = await upload({ parent: task, file })
    return fetch(String(record['download_url']), { headers: { range, ...more } })
  }

  test.each([
    ['bytes=0-1', 'bytes 0-1/6', [0, 13]],
    ['bytes=4-', 'bytes 4-5/6', [45, 255]],
    ['bytes=-1', 'bytes 5-5/6', [255]],
    ['bytes=2-99', 'bytes 2-5/6', [10, 45, 45, 255]],
  ])('%s is 206', async (range, contentRange, expected) => {
    const response = await get(range)
    expect([response.status, response.headers.get('content-range')]).toEqual([206, contentRange])
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual(expected)
  })

  test.each(['bytes=6-', 'bytes=-0'])('%s is 416, with the size', async range => {
    const response = await get(range)
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */6'])
  })

  test.each(['bytes=3-1', 'lines=1-2', 'bytes=0-1,3-4', 'bytes=-'])('%s is ignored', async range => {
    const response = await get(range)
    expect([response.status, response.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
  })

  test('of another version is the whole of this one', async () => {
    expect((await get('bytes=0-1', { 'if-range': '"another"' })).status).toBe(200)
  })
})

test('100 MB are taken, and not a byte more', async () => {
  const megabytes = new Uint8Array(100 * 1024 * 1024)
  megabytes[megabytes.length - 1] = 7
  const { record } = await upload({ parent: task, file: new File([megabytes], 'large.bin') })
  expect(record['size']).toBe(megabytes.length)
  const last = await fetch(String(record['download_url']), { headers: { range: 'bytes=-1' } })
  expect([...new Uint8Array(await last.arrayBuffer())]).toEqual([7])
  const larger = await upload({ parent: task, file: new File([megabytes, 'x'], 'larger.bin') })
  expect(larger).toMatchObject({ status: 413, message: 'file: An attachment can be at most 100 MB large' })
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
