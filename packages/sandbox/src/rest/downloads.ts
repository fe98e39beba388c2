import { createHmac, randomBytes } from 'node:crypto'
import { type Exchange, header } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import type { Target } from '../http/target.ts'
import type { Realm } from '../realm.ts'
import { byteRange } from './byte-range.ts'

/**
 * Serves attachments as a storage service does: from another origin, to whoever has a signed URL, for a short
 * while. A request that brings a token along is refused, so that a client that leaks it there is noticed.
 */
export class Downloads {
  readonly #realm: Realm
  readonly #key = randomBytes(32)

  constructor(realm: Realm) {
    this.#realm = realm
  }

  url(attachmentGid: string): string {
    const expiresAtMs = this.#realm.clock.now() + this.#realm.settings.downloadUrlLifetimeS * 1000
    const query = new URLSearchParams({
      expires: String(expiresAtMs),
      signature: this.#sign(attachmentGid, String(expiresAtMs)),
    })
    return `${this.#realm.downloadsUrl}/assets/${attachmentGid}?${query}`
  }

  target(path: string): Target {
    return {
      endpoint: 'download',
      path,
      maxBodyBytes: 1024,
      handle: exchange => this.#serve(exchange),
      errorReply: status => xmlError(status, 'InternalError'),
    }
  }

  #serve(exchange: Exchange): Reply {
    if (header(exchange, 'authorization') !== undefined) {
      return xmlError(400, 'Only one auth mechanism allowed')
    }
    const gid = /^\/assets\/(\d+)$/.exec(exchange.path)?.[1] ?? ''
    const expires = exchange.query.get('expires') ?? ''
    const expired = this.#realm.clock.now() >= Number(expires)
    if (expired || exchange.query.get('signature') !== this.#sign(gid, expires)) {
      return xmlError(403, 'AccessDenied')
    }
    const file = this.#find(gid)
    if (file === undefined || exchange.method !== 'GET') return xmlError(404, 'NoSuchKey')
    const { content } = file
    // What is stored under a gid never changes.
    const etag = `"${gid}"`
    const fresh = [undefined, etag].includes(header(exchange, 'if-range'))
    const range = byteRange(fresh ? header(exchange, 'range') : undefined, content.length)
    if (range === 'unsatisfiable') {
      const refusal = xmlError(416, 'InvalidRange')
      return { ...refusal, headers: { ...refusal.headers, 'content-range': `bytes */${content.length}` } }
    }
    // Whatever was uploaded, a browser must not run it.
    const headers = {
      'content-type': file.contentType.replace(/[^\x20-\x7e]/g, ''),
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag,
    }
    if (range === 'whole') return { status: 200, headers, body: content }
    const contentRange = `bytes ${range.start}-${range.end}/${content.length}`
    return {
      status: 206,
      headers: { ...headers, 'content-range': contentRange },
      body: content.subarray(range.start, range.end + 1),
    }
  }

  #find(gid: string): { contentType: string; content: Buffer } | undefined {
    const { world } = this.#realm
    const attachment = world.find('attachment', gid)
    if (attachment?.content === undefined) return world.files.get(gid)
    return { contentType: attachment.contentType, content: attachment.content }
  }

  #sign(gid: string, expires: string): string {
    return createHmac('sha256', this.#key).update(`${gid} ${expires}`).digest('base64url')
  }
}

function xmlError(status: number, code: string): Reply {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>\n`,
  }
}
