import { type ReadableStream, TransformStream } from 'node:stream/web'
import type { AttachmentDownload } from '@x/asana-connector'
import type { Request } from 'express'
import * as z from 'zod'
import type { Answer } from '../http/answer.ts'
import { unprocessable } from '../http/api-error.ts'

const downloadParams = z.strictObject({
  attachment_gid: z.string().min(1).max(100),
  range: z.string().max(200).optional(),
  range_header: z.string().max(200).optional(),
})

const RANGE = /^bytes=(?:\d+-\d*|-\d+)$/

export interface DownloadRequest {
  readonly attachmentGid: string
  readonly options: { readonly range?: string }
}

/** What `attachments.download` asks for; undefined for every other action. @throws ApiError 422 */
export function downloadRequest(
  { entity, action, params }: { entity: string; action: string; params: Readonly<Record<string, unknown>> },
  request: Request,
): DownloadRequest | undefined {
  if (entity !== 'attachments' || action !== 'download') return undefined
  const parsed = downloadParams.safeParse(params)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = ['params', ...(issue?.path ?? [])].map(String).join('.')
    throw unprocessable('invalid_parameter', issue?.message ?? 'The parameters are not valid.', field)
  }
  const { attachment_gid: attachmentGid, range_header, range = range_header } = parsed.data
  const wanted = range ?? request.get('range')
  if (wanted === undefined) return { attachmentGid, options: {} }
  if (!RANGE.test(wanted)) {
    throw unprocessable(
      'invalid_parameter',
      'The range must be one range of bytes, as in bytes=0-1023.',
      'params.range',
    )
  }
  return { attachmentGid, options: { range: wanted } }
}

/** The bytes as they arrive, for a file and never for a page: what users attached must not run here. */
export function downloadAnswer(download: AttachmentDownload): Answer {
  const { stream, name, sizeBytes, contentType, contentRange } = download
  const length = contentRange === undefined ? sizeBytes : undefined
  const bytes = stream as ReadableStream<Uint8Array>
  return {
    status: contentRange === undefined ? 200 : 206,
    headers: {
      // What has no slash is no type, and Express would make `false` of it.
      'Content-Type': contentType?.includes('/') ? contentType : 'application/octet-stream',
      'Content-Disposition': attachment(name ?? 'attachment'),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      ...(length !== undefined && { 'Content-Length': String(length) }),
      ...(contentRange !== undefined && { 'Content-Range': contentRange }),
    },
    content: { stream: length === undefined ? bytes : bytes.pipeThrough(ofLength(length)) },
  }
}

/**
 * Breaks off what is not as long as it was said to be. The length is what Asana knows of the file, the bytes are
 * its storage's: what came beyond would be read as the next answer on the connection, whosever that is.
 */
function ofLength(length: number): TransformStream<Uint8Array, Uint8Array> {
  let left = length
  const check = (isRight: boolean) => {
    if (!isRight) throw new Error(`The file is not as long as Asana says, which is ${length} bytes.`)
  }
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength
      check(left >= 0)
      controller.enqueue(chunk)
    },
    flush: () => check(left === 0),
  })
}

/** RFC 6266: the name in ASCII for who knows no better, and as it is. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
