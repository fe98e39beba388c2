/** An answer of Asana, read to its end. */
export interface Answer {
  readonly method: string
  /** Below the base URL, without the query. */
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** How often it was asked for; once if not given. */
  readonly tries?: number
}

/** The JSON object that a text holds; `undefined` if it is anything else. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    // A page of a proxy, or cut off.
  }
  return undefined
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
