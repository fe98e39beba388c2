/** A store broke the contract. The message says which promise, what was expected and what came. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError'
}

export function isTrue(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new ConformanceError(`${promise}.`)
}

/** Equal in depth. A member that is undefined is not the same as none. */
export function isEqual(actual: unknown, expected: unknown, promise: string): void {
  if (equal(actual, expected)) return
  throw new ConformanceError(`${promise}: expected ${show(expected)}, got ${show(actual)}.`)
}

export function isDifferent(actual: unknown, other: unknown, promise: string): void {
  if (equal(actual, other)) throw new ConformanceError(`${promise}: got ${show(actual)} again.`)
}

/** The same texts, whatever their order; each at least once. */
export function sameSet(actual: Iterable<string>, expected: Iterable<string>, promise: string): void {
  const [found, wanted] = [new Set(actual), new Set(expected)]
  const missing = [...wanted].filter(text => !found.has(text))
  const extra = [...found].filter(text => !wanted.has(text))
  if (missing.length === 0 && extra.length === 0) return
  throw new ConformanceError(
    `${promise}: ${missing.length} missing ${show(missing.slice(0, 5))}, ${extra.length} too many ${show(extra.slice(0, 5))}.`,
  )
}

/** The error that a call rejects with. */
export async function rejection(call: Promise<unknown>, promise: string): Promise<unknown> {
  let value: unknown
  try {
    value = await call
  } catch (error) {
    return error
  }
  throw new ConformanceError(`${promise}: expected a rejection, got ${show(value)}.`)
}

/** For a message: short, because it may be a payload of 60 kB. */
export function show(value: unknown): string {
  const text =
    value instanceof Error ? `${value.name}: ${value.message}` : (JSON.stringify(value) ?? String(value))
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text
}

function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    left.length === right.size &&
    left.every(([name, value]) => right.has(name) && equal(value, right.get(name)))
  )
}
