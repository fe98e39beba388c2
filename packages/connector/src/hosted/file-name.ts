/** The name in a `Content-Disposition` header: the encoded one if there are two (RFC 6266, section 4.3). */
export function fileName(header: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // Badly encoded: the plain one is left.
    }
  }
  return /filename="([^"]*)"/i.exec(header ?? '')?.[1]
}
