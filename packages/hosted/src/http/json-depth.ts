const MAX_DEPTH = 32

/** Whether a parsed body is too deep for code that walks it recursively, ours or anybody's. Itself it does not recurse. */
export function isTooDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    const next: unknown[] = []
    for (const one of level) {
      if (typeof one === 'object' && one !== null) {
        for (const member of Object.values(one))
          if (typeof member === 'object' && member !== null) next.push(member)
      }
    }
    if (next.length === 0) return false
    level = next
  }
  return true
}
