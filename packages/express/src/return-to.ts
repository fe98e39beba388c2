const MAX_LENGTH = 1024

/**
 * The path to go to after a login, if it is one of this site: an open redirect would lend our name to
 * any page. What comes back is the path as a browser would read it, so that nothing is left to be
 * understood in two ways.
 */
export function safeReturnTo(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined
  if (!isPath(value)) return undefined
  if (!URL.canParse(value, origin)) return undefined
  const url = new URL(value, origin)
  // `isPath` leaves nothing to find here; the parser still has the last word.
  if (url.origin !== origin) return undefined
  const path = url.pathname + url.search + url.hash
  // `/.//host` is a path until its dots are resolved: then it names another host.
  return isPath(path) && path.length <= MAX_LENGTH ? path : undefined
}

const origin = 'http://this.invalid'

/** One slash, then no second one. Browsers read a backslash as a slash and drop control characters. */
function isPath(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return /^\/(?!\/)/.test(value) && !/[\\\u0000-\u001f\u007f-\u009f]/.test(value)
}
