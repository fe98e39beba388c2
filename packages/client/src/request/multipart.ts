import { AsanaRequestError } from '../errors/request-error.ts'
import { abandon } from '../transport/abandon.ts'
import type { FileContent } from './file-content.ts'

/** A body, and what has to be said of it. */
export interface EncodedBody {
  readonly body: NonNullable<RequestInit['body']>
  /** Not given where `fetch` knows it: the boundary of a form is its own choice. */
  readonly contentType?: string
}

/**
 * Fields as `multipart/form-data` (RFC 7578), and `file` last, under the name of `name`, or else of the
 * file itself. What is in memory is a form, and can be sent again; a stream is encoded as it comes, a
 * piece at a time, and goes once.
 * @throws {AsanaRequestError} `invalid_file`
 */
export function encodeMultipart(data: unknown): EncodedBody {
  const { file, ...rest } = (data ?? {}) as Record<string, unknown>
  const fields = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)] as const],
  )
  const filename = String(rest['name'] ?? (file as { name?: unknown } | undefined)?.name ?? 'file')
  if (file === undefined || file instanceof Blob || file instanceof Uint8Array) {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    // A copy, so that what changes while it waits for its turn is not half of each.
    if (file) form.append('file', file instanceof Blob ? file : new Blob([file.slice()]), filename)
    return { body: form }
  }
  const boundary = `----asana-client-${crypto.randomUUID()}`
  return {
    body: toStream(encodeParts(fields, filename, chunksOf(file), boundary), file),
    contentType: `multipart/form-data; boundary=${boundary}`,
  }
}

async function* encodeParts(
  fields: readonly (readonly [name: string, value: string])[],
  filename: string,
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  const head = fields.map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  )
  const disposition = `content-disposition: form-data; name="file"; filename="${quoted(filename)}"`
  yield encoder.encode(
    `${head.join('')}--${boundary}\r\n${disposition}\r\ncontent-type: application/octet-stream\r\n\r\n`,
  )
  yield* chunks
  yield encoder.encode(`\r\n--${boundary}--\r\n`)
}

/** As browsers and other `fetch`es have it (RFC 7578, section 4.2): no name can end its quotes, or its line. */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function chunksOf(file: unknown): AsyncIterable<Uint8Array> {
  if (typeof file === 'object' && file !== null) {
    if ('getReader' in file) return bytesOnly(readAll(file as ReadableStream<Uint8Array>))
    if (Symbol.asyncIterator in file) return bytesOnly(file as Exclude<FileContent, Blob | Uint8Array>)
  }
  throw invalidFile('file must be a Blob, a Uint8Array, a ReadableStream or an AsyncIterable of bytes')
}

/** Not every runtime's streams can be iterated. */
async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader()
  let ended = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      ended = done
      if (done) return
      yield value
    }
  } finally {
    // Whoever feeds the stream has to know that nobody takes it any more.
    if (!ended) await reader.cancel().catch(() => {})
  }
}

async function* bytesOnly(chunks: AsyncIterable<unknown>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw invalidFile('the stream of a file must hold bytes')
    yield chunk
  }
}

function toStream(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  file: unknown,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        // As long as none of it was read, the generators know nothing of it that they could end.
        abandon(file)
        await chunks.return()
      },
    },
    // One piece in memory at a time.
    { highWaterMark: 0 },
  )
}

function invalidFile(problem: string): AsanaRequestError {
  return new AsanaRequestError(`${problem}.`, { code: 'invalid_file' })
}
