/** The cookies of a `Cookie` header whose names match, in its order. Of a repeated name the first counts. */
export function readCookies(
  header: string | undefined,
  matches: (name: string) => boolean,
): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at > 0 && matches(name) && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}
