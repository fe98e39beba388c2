import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { startSandbox } from '@x/asana-sandbox'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { AsanaClient, AsanaRequestError, type FileContent, RateLimits } from '../src/index.ts'
import { encodeMultipart } from '../src/request/multipart.ts'
import { skippingRuntime } from './clocks.ts'
import { rejection, serve } from './scripted-server.ts'

const bytes = new TextEncoder().encode('kitten, in bytes')

async function* inPieces(): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 5)
  yield bytes.subarray(5)
}

const kinds: [string, () => FileContent][] = [
  ['a Blob', () => new Blob([bytes])],
  ['a File', () => new File([bytes], 'own.txt')],
  ['a Uint8Array', () => bytes],
  ['a Buffer', () => Buffer.from(bytes)],
  ['a ReadableStream', () => new Blob([bytes]).stream()],
  ['an AsyncIterable', inPieces],
]

/** The form that a body is, by a parser that somebody else wrote. */
async function parse(data: object): Promise<[string, unknown][]> {
  const { body, contentType } = encodeMultipart(data)
  const init = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: contentType ? { 'content-type': contentType } : {},
  }
  const form = await new Request('http://a/', init as RequestInit).formData()
  const entries: [string, unknown][] = []
  form.forEach((value, name) => {
    entries.push([name, value])
  })
  return Promise.all(
    entries.map(async ([name, value]) => [
      name,
      value instanceof File ? [value.name, await value.text()] : value,
    ]),
  )
}

describe('a file as a form', () => {
  it.each(kinds)('may be %s', async (_, file) => {
    expect(
      await parse({ parent: '1', connect_to_app: false, gone: undefined, name: 'cat.txt', file: file() }),
    ).toEqual([
      ['parent', '1'],
      ['connect_to_app', 'false'],
      ['name', 'cat.txt'],
      ['file', ['cat.txt', 'kitten, in bytes']],
    ])
  })

  it('has the name of its own when it is not given another', async () => {
    expect(await parse({ file: new File([bytes], 'own.txt') })).toEqual([
      ['file', ['own.txt', 'kitten, in bytes']],
    ])
    expect(await parse({ file: inPieces() })).toEqual([['file', ['file', 'kitten, in bytes']]])
  })

  it('may be missing, as for a link', async () => {
    expect(await parse({ parent: '1', resource_subtype: 'external', url: 'https://a/', name: 'A' })).toEqual([
      ['parent', '1'],
      ['resource_subtype', 'external'],
      ['url', 'https://a/'],
      ['name', 'A'],
    ])
  })

  it.each(['a"b.txt', 'a\r\nx-evil: 1\r\n\r\nb', 'a\\b', 'ünï.pdf', '"; name="parent'])(
    'cannot leave its place by its name: %j',
    async name => {
      const streamed = encodeMultipart({ file: inPieces(), name })
      const text = await new Response(streamed.body).text()
      const escaped = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
      expect(text).toContain(
        `\r\ncontent-disposition: form-data; name="file"; filename="${escaped}"\r\ncontent-type: `,
      )
      // As fetch itself does it.
      const form = await new Response(encodeMultipart({ file: new Blob([bytes]), name }).body).text()
      expect(form).toContain(`name="file"; filename="${escaped}"\r\n`)
    },
  )

  it.each([
    ['a path', './cat.txt'],
    ['a number', 5],
    ['null', null],
    ['an array', [1]],
  ])('is refused before anything is sent if it is %s', async (_, file) => {
    const server = await serve({})
    const upload = server.client().createAttachmentForObject({ parent: '1', file: file as unknown as Blob })
    expect(await rejection(upload)).toMatchObject({ name: 'AsanaRequestError', code: 'invalid_file' })
    expect(server.requests).toEqual([])
  })

  it('must be bytes to the end', async () => {
    async function* text() {
      yield 'kitten'
    }
    const { body } = encodeMultipart({ file: text() })
    expect(await rejection(new Response(body).text())).toBeInstanceOf(AsanaRequestError)
  })

  it('is let go of when nobody takes the rest', async () => {
    let isLetGo = false
    async function* endless() {
      try {
        for (;;) yield bytes
      } finally {
        isLetGo = true
      }
    }
    const reader = (encodeMultipart({ file: endless() }).body as ReadableStream).getReader()
    await reader.read()
    await reader.read()
    await reader.cancel()
    expect(isLetGo).toBe(true)
    let isCancelled = false
    const source = new ReadableStream({
      pull: controller => controller.enqueue(bytes),
      cancel() {
        isCancelled = true
      },
    })
    const second = (encodeMultipart({ file: source }).body as ReadableStream).getReader()
    await second.read()
    await second.read()
    await second.cancel()
    expect(isCancelled).toBe(true)
  })
})

describe('an upload', () => {
  it.each(kinds)('of %s arrives at the sandbox as it was', async (_, file) => {
    await using sandbox = await startSandbox()
    const accessToken = sandbox.createPersonalAccessToken('ada@example.com')
    const client = new AsanaClient({ accessToken, baseUrl: sandbox.endpoints.baseUrl })
    const [workspace] = (await client.getWorkspaces()).data
    const task = await client.createTask({ name: 'Cat', workspace: workspace?.gid })
    const attachment = await client.createAttachmentForObject({
      parent: task.gid,
      file: file(),
      name: 'kätzchen.txt',
    })
    const { stream, name } = await client.download(attachment.gid)
    expect([name, await new Response(stream).text()]).toEqual(['kätzchen.txt', 'kitten, in bytes'])
  })

  it('of what is in memory is repeated after a 429, a stream never', async () => {
    const server = await serve({ status: 429 }, { body: { data: { gid: '1' } } }, { status: 429 })
    const client = server.client({ retry: {}, runtime: skippingRuntime() })
    await client.createAttachmentForObject({ parent: '1', file: bytes })
    expect(server.requests.every(({ body }) => body.includes('kitten, in bytes'))).toBe(true)
    const error = await rejection(client.createAttachmentForObject({ parent: '1', file: inPieces() }))
    expect(error).toMatchObject({ code: 'rate_limited' })
    expect(server.requests).toHaveLength(3)
  })

  it('of 100 MB is never in memory as a whole', async () => {
    const size = 100 * 1024 * 1024
    const received = await countingServer()
    let mostAhead = 0
    async function* large() {
      const piece = new Uint8Array(64 * 1024)
      for (let sent = 0; sent < size; sent += piece.byteLength) {
        mostAhead = Math.max(mostAhead, sent - received.bytes())
        yield piece.slice()
      }
    }
    const client = new AsanaClient({ accessToken: 'a', baseUrl: received.baseUrl })
    await client.createAttachmentForObject({ parent: '1', file: large() })
    expect(received.bytes()).toBeGreaterThan(size)
    // What was read of the file and has not arrived yet: in memory, here or in the sockets.
    expect(mostAhead).toBeLessThan(20 * 1024 * 1024)
  })
})

describe('the stream of an upload that is never sent', () => {
  /** Of each kind, with what tells whether its feeder knows that nobody takes it any more. */
  const feeds: [string, () => { readonly file: FileContent; readonly isLetGo: () => boolean }][] = [
    [
      'a ReadableStream',
      () => {
        let cancelled = false
        const cancel = () => {
          cancelled = true
        }
        return { file: new ReadableStream({ cancel }), isLetGo: () => cancelled }
      },
    ],
    [
      'a stream of Node.js',
      () => {
        const file = new Readable({ read() {} })
        return { file, isLetGo: () => file.destroyed }
      },
    ],
    [
      'an iterator',
      () => {
        let returned = false
        const file: AsyncIterableIterator<Uint8Array> = {
          next: () => new Promise(() => {}),
          async return() {
            returned = true
            return { value: undefined, done: true }
          },
          [Symbol.asyncIterator]: () => file,
        }
        return { file, isLetGo: () => returned }
      },
    ],
  ]
  const calls: [
    string,
    (client: AsanaClient, file: FileContent, signal?: AbortSignal) => Promise<unknown>,
  ][] = [
    [
      'createAttachmentForObject',
      (client, file, signal) => client.createAttachmentForObject({ parent: '1', file }, { signal }),
    ],
    [
      'fetch',
      (client, file, signal = new AbortController().signal) =>
        client.fetch('/attachments', { method: 'POST', body: file as ReadableStream, signal }),
    ],
  ]
  const cases = feeds.flatMap(([kind, feed]) =>
    calls.map(([name, call]) => [kind, name, feed, call] as const),
  )
  const connection = () => Promise.reject(new TypeError('fetch failed'))

  describe.each(cases)('%s given to %s', (_, __, feed, call) => {
    it('is let go of when there is no token', async () => {
      const { file, isLetGo } = feed()
      const lost = new Error('log in again')
      const client = new AsanaClient({ getAccessToken: () => Promise.reject(lost) })
      expect(await rejection(call(client, file))).toBe(lost)
      await expect.poll(() => isLetGo()).toBe(true)
    })

    it('is let go of when the queue is full', async () => {
      const { file, isLetGo } = feed()
      const limits = new RateLimits({ writes: 1, maxQueued: 1 })
      const client = new AsanaClient({ accessToken: 'a', limits, fetch: () => new Promise(() => {}) })
      const leaving = new AbortController()
      const others = [1, 2].map(() => rejection(client.createTask({}, { signal: leaving.signal })))
      expect(await rejection(call(client, file))).toMatchObject({ code: 'queue_full' })
      await expect.poll(() => isLetGo()).toBe(true)
      leaving.abort('enough')
      await Promise.all(others)
    })

    it('is let go of when the caller has left before', async () => {
      const { file, isLetGo } = feed()
      const client = new AsanaClient({ accessToken: 'a' })
      expect(await rejection(call(client, file, AbortSignal.abort('enough')))).toBe('enough')
      await expect.poll(() => isLetGo()).toBe(true)
    })

    it('is let go of when there is no connection', async () => {
      const { file, isLetGo } = feed()
      const client = new AsanaClient({ accessToken: 'a', fetch: connection })
      expect(await rejection(call(client, file))).toMatchObject({ code: 'network_error' })
      await expect.poll(() => isLetGo()).toBe(true)
    })
  })

  it('is let go of when only the head of the form was taken', async () => {
    const cancelled = vi.fn()
    const { body } = encodeMultipart({ file: new ReadableStream({ cancel: cancelled }) })
    const reader = (body as ReadableStream).getReader()
    await reader.read()
    await reader.cancel()
    expect(cancelled).toHaveBeenCalledOnce()
  })
})

/** A server that counts what it is sent and keeps nothing. */
async function countingServer() {
  let count = 0
  const server = createServer(async (incoming: IncomingMessage, response) => {
    for await (const chunk of incoming) count += chunk.length
    response.end('{"data":{"gid":"1"}}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bytes: () => count }
}
