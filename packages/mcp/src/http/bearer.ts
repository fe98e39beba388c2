import { createHash, timingSafeEqual } from 'node:crypto'

/** The token of an `Authorization` header (RFC 6750, section 2.1); undefined if there is none. */
export function bearerOf(header: string | null): string | undefined {
  return /^Bearer +([!-~]+)$/i.exec(header ?? '')?.[1]
}

/** Compares in a time that tells nothing of where, or whether in length, the two differ. */
export function sameToken(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
