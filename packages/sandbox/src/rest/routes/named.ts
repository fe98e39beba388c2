/** The object of a field that may be absent or null. */
export function optional<T>(gid: string | null | undefined, find: (gid: string) => T): T | undefined {
  return gid === undefined || gid === null ? undefined : find(gid)
}
