import { inspect } from 'node:util'
import { startSandbox } from '@x/asana-sandbox'
import { describe, expect, it } from 'vitest'
import { AsanaClient, AsanaDownloadError } from '../src/index.ts'
import { type Reply, rejection, serve } from './scripted-server.ts'

const storage = (headers: Record<string, string> = {}, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'text/plain', ...headers },
  body: 'kitten',
})

/** An Asana whose attachment is kept at another server. */
async function scene(...kept: Reply[]) {
  const store = await serve(...kept)
  const attachment = {
    name: 'cat.txt',
    size: 6,
    host: 'asana',
    download_url: `${store.origin}/assets/1?signature=s3cret`,
  }
  const asana = await serve({ body: { data: attachment } })
  return { store, asana, client: asana.client({ headers: { 'x-own': '1' } }) }
}

describe('a download', () => {
  it('streams what the storage has, with its name, size and type', async () => {
    const { client, asana } = await scene(storage())
    const { stream, ...facts } = await client.download('1')
    expect(facts).toEqual({ name: 'cat.txt', sizeBytes: 6, contentType: 'text/plain' })
    expect(await new Response(stream).text()).toBe('kitten')
    expect(asana.requests[0]?.url).toBe('/api/1.0/attachments/1?opt_fields=name%2Cdownload_url%2Csize%2Chost')
  })

  it('shows the storage neither a token nor anything else of the client', async () => {
    const { client, store } = await scene(storage())
    await (await client.download('1')).stream.cancel()
    const { headers } = store.requests[0] ?? {}
    expect(headers).not.toHaveProperty('authorization')
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
    expect(headers).not.toHaveProperty('x-own')
  })

  it('may be of a part', async () => {
    const { client, store } = await scene(storage({ 'content-range': 'bytes 0-5/4096' }, 206))
    const { stream, contentRange } = await client.download('1', { range: 'bytes=0-5' })
    await stream.cancel()
    expect([contentRange, store.requests[0]?.headers.range]).toEqual(['bytes 0-5/4096', 'bytes=0-5'])
  })

  it('asks for a new address when the first has expired, once', async () => {
    const { client, asana, store } = await scene({ status: 403 }, storage())
    await (await client.download('1')).stream.cancel()
    expect([asana.requests.length, store.requests.length]).toEqual([2, 2])
    const closed = await scene({ status: 403 })
    const error = await rejection(closed.client.download('1'))
    expect(error).toMatchObject({ name: 'AsanaDownloadError', code: 'download_failed', status: 403 })
    expect([closed.asana.requests.length, closed.store.requests.length]).toEqual([2, 2])
  })

  it.each([404, 416, 500])('tells what the storage answered: %i', async status => {
    const { client } = await scene({ status, body: 'https://storage/?signature=s3cret' })
    const error = await rejection(client.download('1'))
    expect(error).toBeInstanceOf(AsanaDownloadError)
    expect(error).toMatchObject({ code: 'download_failed', status })
    expect(JSON.stringify(error)).not.toContain('s3cret')
  })

  it('follows no redirect', async () => {
    const elsewhere = await serve(storage())
    const { client } = await scene({ status: 302, headers: { location: `${elsewhere.origin}/x` } })
    expect(await rejection(client.download('1'))).toMatchObject({ code: 'download_failed', status: 302 })
    expect(elsewhere.requests).toEqual([])
  })

  it('says what it cannot reach without showing the address', async () => {
    const download_url = 'http://127.0.0.1:1/x?signature=s3cret'
    const asana = await serve({ body: { data: { host: 'asana', download_url } } })
    const error = await rejection(asana.client().download('1'))
    expect(error).toMatchObject({ name: 'AsanaConnectionError', code: 'network_error' })
    expect(inspect(error)).not.toContain('s3cret')
    const silent = await scene({ ending: 'silence' })
    expect(await rejection(silent.client.download('1', { timeoutMs: 200 }))).toMatchObject({
      code: 'timeout',
    })
  })

  it('ends with its signal, the stream too', async () => {
    const { client } = await scene({ body: 'kit', ending: 'hang' })
    const controller = new AbortController()
    const { stream } = await client.download('1', { signal: controller.signal })
    const text = rejection(new Response(stream).text())
    controller.abort('enough')
    expect(await text).toBe('enough')
    expect(await rejection(client.download('1', { signal: AbortSignal.abort('gone') }))).toBe('gone')
  })
})

describe('what cannot be downloaded', () => {
  it.each([
    ['a link to another service', { host: 'external', download_url: 'https://example.com/page' }],
    ['a file at another service', { host: 'gdrive', download_url: null, view_url: 'https://drive/x' }],
    ['one without an address', { host: 'asana', download_url: null }],
    ['one of which nothing is known', {}],
  ])('is %s', async (_, attachment) => {
    const asana = await serve({ body: { data: { gid: '1', name: 'x', ...attachment } } })
    expect(await rejection(asana.client().download('1'))).toMatchObject({
      name: 'AsanaDownloadError',
      code: 'attachment_not_downloadable',
    })
  })

  it.each([
    'http://example.com/x?signature=s3cret',
    'http://127.0.0.1.example.com/x',
    'file:///etc/passwd',
    'data:text/plain,x',
    'not a url s3cret',
  ])('is at an address that is not safe: %s', async download_url => {
    const asana = await serve({ body: { data: { gid: '1', host: 'asana', download_url } } })
    const error = await rejection(asana.client().download('1'))
    expect(error).toMatchObject({ code: 'unsafe_download_url' })
    expect(String(error)).not.toContain('s3cret')
  })

  it('is at a gid that is none: nothing is sent', async () => {
    const { client, asana } = await scene(storage())
    expect(await rejection(client.download('../users/me'))).toMatchObject({ code: 'invalid_path_parameter' })
    expect(asana.requests).toEqual([])
  })
})

describe('at the sandbox, which refuses a token at its storage', () => {
  it('a download works, and again when its address has expired on the way', async () => {
    await using sandbox = await startSandbox()
    const accessToken = sandbox.createPersonalAccessToken('ada@example.com')
    const client = new AsanaClient({ accessToken, baseUrl: sandbox.endpoints.baseUrl })
    const [workspace] = (await client.getWorkspaces()).data
    const { gid: parent } = await client.createTask({ name: 'Cat', workspace: workspace?.gid })
    const file = new Blob(['kitten'])
    const { gid } = await client.createAttachmentForObject({ parent, file, name: 'cat.txt' })
    const late = new AsanaClient({
      accessToken,
      baseUrl: sandbox.endpoints.baseUrl,
      fetch: async (url, init) => {
        if (url.startsWith(sandbox.downloadsUrl) && !hasWaited) {
          hasWaited = true
          sandbox.clock.advance(3_600_000)
        }
        return fetch(url, init)
      },
    })
    let hasWaited = false
    for (const one of [client, late]) {
      expect(await new Response((await one.download(gid)).stream).text()).toBe('kitten')
    }
    expect(sandbox.counters.download).toMatchObject({ total: 3, ok: 2 })
  })
})
