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
  const keyAt = VERSION.length + 1
  const ivAt = text.indexOf('.', keyAt) + 1
  const dataAt = ivAt > 0 ? text.indexOf('.', ivAt) + 1 : 0
  if (!isEnvelope(text) || dataAt === 0) return undefined
  const envelope = {
    keyId: text.slice(keyAt, ivAt - 1),
    iv: text.slice(ivAt, dataAt - 1),
    data: text.slice(dataAt),
  }
  return envelope.keyId && envelope.iv && envelope.data ? envelope : undefined
}
