import { AsanaRequestError } from '../errors/request-error.ts'

const safe = /^(https:|http:\/\/(([^/]+\.)?localhost|127(\.\d+){3}|\[::1\])[:/])/

/**
 * The base URL without a trailing slash.
 * @throws {AsanaRequestError} `invalid_base_url`: not a URL, has a query, a fragment or a password in
 * it, or would carry tokens over plain http to another machine.
 */
export function parseBaseUrl(baseUrl: string): string {
  try {
    const { href, origin, pathname } = new URL(baseUrl)
    // Whatever else a URL can hold (user, query, fragment) makes it longer than these two parts.
    if (safe.test(href) && href === origin + pathname) return href.replace(/\/+$/, '')
  } catch {
    // Not a URL: the same error.
  }
  throw new AsanaRequestError(
    'baseUrl must be an https URL (http for localhost only) without user, query and fragment',
    { code: 'invalid_base_url' },
  )
}

/**
 * Where a request for `target` goes: a path below the base URL, or a whole URL that lies below it.
 * @throws {AsanaRequestError} `foreign_origin`: it would leave the base URL, and take the token along.
 */
export function resolveBelow(base: string, target: string): URL {
  try {
    // Only what names a scheme stands on its own. All else is put behind the base, whose host is then
    // out of its reach: `//evil.com` becomes a path.
    const url = new URL(/^[a-z][a-z\d+.-]*:/i.test(target) ? target : `${base}/${target.replace(/^\//, '')}`)
    // Compared after parsing, when `..` is resolved, backslashes are slashes, and a user before the
    // host shows. Encoded slashes are refused: a proxy may decode them, then resolve what they hide.
    if (url.href.startsWith(`${base}/`) && !/\/\/|%2f|%5c/i.test(url.pathname)) return url
  } catch {
    // Not a URL: the same error.
  }
  // The target is not repeated: it may hold what does not belong into a log.
  throw new AsanaRequestError(`The token is only sent to addresses below ${base}`, { code: 'foreign_origin' })
}
