/** What a webhook's signature is checked against. */
export interface SignedDelivery {
  /** As it came, to the byte: parsed and written again it would not match. */
  readonly body: Uint8Array | string
  /** The `X-Hook-Signature` header. */
  readonly signature: string | null | undefined
  /** What Asana sent as `X-Hook-Secret` in the handshake. */
  readonly secret: string
}

/**
 * Whether a delivery is Asana's: an HMAC-SHA256 of the body, in hex (Asana docs: Webhooks). The time it
 * takes tells nothing about how much of a wrong signature is right.
 */
export async function verifyWebhook({ body, signature, secret }: SignedDelivery): Promise<boolean> {
  const given = fromHex(signature ?? '')
  // Web Crypto has no key of no length, and nobody may sign with one.
  if (!given || secret === '') return false
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  )
  const bytes = typeof body === 'string' ? encoder.encode(body) : Uint8Array.from(body)
  return crypto.subtle.verify('HMAC', key, given, bytes)
}

function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\da-f]{64}$/i.test(text)) return undefined
  return Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))
}
