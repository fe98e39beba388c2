/** `v1.<keyId>.<iv>.<ciphertext+tag>`, the last two base64url without padding. */
export interface Envelope {
  readonly keyId: string
  readonly iv: string
  readonly data: string
}

const VERSION = 'v1'

export function formatEnvelope({ keyId, iv, data }: Envelope): string {
  return `${VERSION}.${keyId}.${iv}.${data}`
}

/** An unmistakable prefix: JSON cannot start with it. */
export function isEnvelope(text: string): boolean {
  return text.startsWith(`${VERSION}.`)
}

export function parseEnvelope(text: string): Envelope | undefined {
  const [version, keyId, iv, data, ...rest] = text.split('.')
  return version === VERSION && keyId && iv && data && rest.length === 0 ? { keyId, iv, data } : undefined
}
