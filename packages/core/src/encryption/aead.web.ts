import { type Aead, IV_BYTES, TAG_BYTES } from './aead.ts'

/** WebCrypto, for runtimes without node:crypto. */
export function createAead(key: Uint8Array): Aead {
  const imported = crypto.subtle.importKey('raw', copy(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const parameters = (iv: Uint8Array, additionalData: string) => ({
    name: 'AES-GCM',
    iv: copy(iv),
    additionalData: new TextEncoder().encode(additionalData),
    tagLength: TAG_BYTES * 8,
  })
  return {
    async encrypt(plaintext, additionalData) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const bytes = new TextEncoder().encode(plaintext)
      const data = await crypto.subtle.encrypt(parameters(iv, additionalData), await imported, bytes)
      return { iv: encode(iv), data: encode(new Uint8Array(data)) }
    },
    async decrypt(sealed, additionalData) {
      const iv = decode(sealed.iv)
      const data = decode(sealed.data)
      if (iv?.length !== IV_BYTES || data === undefined || data.length < TAG_BYTES) return undefined
      try {
        const plain = await crypto.subtle.decrypt(parameters(iv, additionalData), await imported, copy(data))
        return new TextDecoder().decode(plain)
      } catch {
        return undefined
      }
    },
  }
}

/** WebCrypto's types want bytes that are surely not shared memory. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

function encode(bytes: Uint8Array): string {
  let binary = ''
  // Not in one call: its arguments go on the stack.
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Exactly one spelling per value, as in the Node implementation. */
function decode(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))
    return encode(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}
