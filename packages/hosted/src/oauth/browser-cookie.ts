import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { CONSENT_TTL_MS } from './consent.ts'
import { newHandle } from './sealed-one-time.ts'

/**
 * Recognises the browser that opened a consent URL. A callback in any other browser is refused: who
 * tricks somebody into finishing a consent, or steals a callback URL, gets nothing.
 */
export class BrowserCookie {
  readonly #isHttps: boolean
  readonly #name: string

  constructor(publicUrl: string) {
    this.#isHttps = publicUrl.startsWith('https:')
    // With the prefix, browsers take it from this host over https only, so that no other can plant one.
    this.#name = this.#isHttps ? '__Host-asana_consent' : 'asana_consent'
  }

  /** The browser's cookie, as far as it is one of ours. */
  read(req: Request): string | undefined {
    for (const pair of req.headers.cookie?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=', 2)
      if (name === this.#name && value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value)) return value
    }
    return undefined
  }

  /** One for all consents of a browser, so that two tabs do not disturb each other. */
  readOrMake(req: Request): string {
    return this.read(req) ?? newHandle()
  }

  /** The value of a `Set-Cookie` header. Lax: the way back from Asana comes from another site. */
  header(value: string): string {
    const secure = this.#isHttps ? '; Secure' : ''
    return `${this.#name}=${value}; Path=/; Max-Age=${CONSENT_TTL_MS / 1000}; HttpOnly; SameSite=Lax${secure}`
  }

  /** What is kept of a cookie here. */
  digest(value: string): string {
    return createHash('sha256').update(value).digest('base64url')
  }

  /** Whether the request comes from the browser of this digest. */
  matches(req: Request, digest: string): boolean {
    const value = this.read(req)
    if (value === undefined) return false
    const [actual, expected] = [Buffer.from(this.digest(value)), Buffer.from(digest)]
    return actual.length === expected.length && timingSafeEqual(actual, expected)
  }
}
