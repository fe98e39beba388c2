import { type Exchange, header } from './exchange.ts'

/** One part of a multipart/form-data body (RFC 7578). */
export interface FormPart {
  readonly name: string
  /** Only a file has one. */
  readonly filename: string | undefined
  readonly contentType: string
  readonly content: Buffer
}

/** The parts, or undefined where the body is not what its Content-Type says. */
export function parseMultipart(exchange: Exchange): FormPart[] | undefined {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(header(exchange, 'content-type') ?? '')
  const boundary = match?.[1] ?? match?.[2]
  if (boundary === undefined) return undefined
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const { body } = exchange
  const parts: FormPart[] = []
  // The first delimiter may have no line before it.
  const first = delimiter.subarray(2)
  let start = body.indexOf(first)
  let length = first.length
  while (start >= 0) {
    start += length
    length = delimiter.length
    if (body.subarray(start, start + 2).toString() === '--') return parts
    const end = body.indexOf(delimiter, start)
    if (end < 0) return undefined
    const part = parsePart(body.subarray(start, end))
    if (part === undefined) return undefined
    parts.push(part)
    start = end
  }
  return undefined
}

function parsePart(bytes: Buffer): FormPart | undefined {
  const gap = bytes.indexOf('\r\n\r\n')
  if (gap < 0) return undefined
  const head = bytes.subarray(0, gap).toString('utf8')
  const name = parameter(head, 'name')
  if (name === undefined) return undefined
  return {
    name,
    filename: parameter(head, 'filename'),
    contentType: /^content-type: *(.+)$/im.exec(head)?.[1]?.trim() ?? 'application/octet-stream',
    // A view: a large file is not copied.
    content: bytes.subarray(gap + 4),
  }
}

function parameter(head: string, name: string): string | undefined {
  const value = new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(head)?.[1]
  // Browsers and undici percent-encode the quote and line breaks, and nothing else (WHATWG form encoding).
  return value?.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n')
}
