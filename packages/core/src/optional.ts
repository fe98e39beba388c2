/** Members that may be left out or be undefined, which is the same: what an application reads from its own settings. */
export type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** Only what is there: spread over other options, a member that is undefined would wipe out theirs. */
export function given<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const members = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members) as { [K in keyof T]: Exclude<T[K], undefined> }
}
