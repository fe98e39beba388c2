/** The JSON object of a control request, read field by field: it comes from another process. */
export class ControlBody {
  readonly #fields: Readonly<Record<string, unknown>>

  constructor(bytes: Buffer) {
    this.#fields = parse(bytes)
  }

  get all(): Readonly<Record<string, unknown>> {
    return this.#fields
  }

  string(name: string): string {
    const value = this.#fields[name]
    if (typeof value !== 'string') throw new TypeError(`${name} must be a string`)
    return value
  }

  optionalString(name: string): string | undefined {
    return this.#fields[name] === undefined ? undefined : this.string(name)
  }

  number(name: string): number {
    const value = this.#fields[name]
    if (typeof value !== 'number') throw new TypeError(`${name} must be a number`)
    return value
  }

  boolean(name: string): boolean {
    return this.#fields[name] === true
  }

  strings(name: string): string[] {
    const value = this.#fields[name]
    if (!Array.isArray(value) || !value.every(one => typeof one === 'string')) {
      throw new TypeError(`${name} must be an array of strings`)
    }
    return value
  }
}

function parse(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new TypeError('The body is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('The body is not a JSON object')
  }
  return value as Record<string, unknown>
}
