/**
 * A redirect URL that a browser and every server read the same way, normalised; undefined for any other.
 * What is refused has been used to get past prefix checks: user names that look like hosts, backslashes,
 * control characters, dot segments in any encoding, slashes in disguise.
 */
export function parseRedirectUrl(value: string): URL | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (value.length > MAX_LENGTH || /[\\\s\u0000-\u001f\u007f-\u009f]/.test(value)) return undefined
  if (!/^https?:\/\/[^/]/i.test(value) || !URL.canParse(value)) return undefined
  const url = new URL(value)
  if (url.username || url.password || value.includes('#')) return undefined
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return undefined
  // The parser has resolved dots already: they are looked for in what was sent.
  const path = /^https?:\/\/[^/?]*([^?]*)/i.exec(value)?.[1] ?? ''
  if (DOTS.test(path) || DISGUISED.test(path) || path.includes('//')) return undefined
  return url
}

/** Whether one of the organization's entries covers it: the same origin, and the path or a part of it up to a slash. */
export function isAllowedRedirect(url: URL, allowed: readonly string[]): boolean {
  return allowed.some(entry => {
    const prefix = parseRedirectUrl(entry)
    if (!prefix || prefix.origin !== url.origin) return false
    const { pathname } = prefix
    return (
      url.pathname === pathname || url.pathname.startsWith(pathname.endsWith('/') ? pathname : `${pathname}/`)
    )
  })
}

const MAX_LENGTH = 2048
/** A segment of dots alone, or of dots and encoded spaces, which whoever decodes it may cut off. */
const DOTS = /\/(?:%(?:25)*20)*\.{1,2}(?:%(?:25)*20)*(?:\/|$)/
/**
 * `.`, `/`, `\` and control characters, percent-encoded once or more often. The latter because parsers drop tabs and
 * line breaks wherever they are, and the others at the end: what is left may be dots alone.
 */
const DISGUISED = /%(?:25)*(?:2e|2f|5c|[01][0-9a-f]|7f)/i

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
