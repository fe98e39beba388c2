import { createHash } from 'node:crypto'

/** BASE64URL(SHA256(verifier)) is 43 characters. Asana's own sample shows 64 hex digits, which is not that. */
export function isS256Challenge(challenge: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(challenge)
}

/** RFC 7636 sections 4.1 and 4.6. */
export function verifierMatches(challenge: string, verifier: string): boolean {
  if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier)) return false
  return createHash('sha256').update(verifier, 'ascii').digest('base64url') === challenge
}
