import { ApiError } from '../core/api-error.ts'

/** `data` of a write: knows which fields may be written, and refuses in Asana's words. */
export class Input {
  readonly #data: Readonly<Record<string, unknown>>

  constructor(data: Readonly<Record<string, unknown>>, writable: readonly string[]) {
    for (const name of Object.keys(data)) {
      if (!writable.includes(name)) throw new ApiError(400, `${name}: Cannot write this property`)
    }
    this.#data = data
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#data, name)
  }

  value(name: string): unknown {
    return this.has(name) ? this.#data[name] : undefined
  }

  string(name: string): string | undefined {
    const value = this.value(name)
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string') throw wrongType(name, 'a string', value)
    return value
  }

  /** Present and not blank. */
  requiredString(name: string): string {
    const value = this.string(name)
    if (value === undefined || value.trim() === '') throw missingInput(name)
    return value
  }

  nullableString(name: string): string | null | undefined {
    return this.value(name) === null ? null : this.string(name)
  }

  boolean(name: string): boolean | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    // A form has no other way to say it.
    if (value === true || value === 'true') return true
    if (value === false || value === 'false') return false
    throw wrongType(name, 'a boolean', value)
  }

  /** A finite number; a form sends it as text. */
  number(name: string): number | undefined {
    const value = this.value(name)
    if (value === undefined || value === null) return undefined
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number !== 'number' || !Number.isFinite(number)) throw wrongType(name, 'a number', value)
    return number
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.string(name)
    if (value === undefined) return undefined
    const choice = choices.find(one => one === value)
    if (choice === undefined) throw new ApiError(400, `${name}: Not a valid value: ${value}`)
    return choice
  }

  /** A list of strings: an array, or a comma-separated string. */
  strings(name: string): string[] | undefined {
    const value = this.value(name)
    if (value === undefined || value === null) return undefined
    const items: unknown[] =
      typeof value === 'string'
        ? value.split(',').map(item => item.trim())
        : Array.isArray(value)
          ? value
          : [value]
    return items.filter(item => item !== '').map((item, index) => gidText(`${name}: [${index}]`, item))
  }

  /** A gid as text; `null` and the text `null` empty the field. */
  gid(name: string): string | null | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    return value === null || value === 'null' || value === '' ? null : gidText(name, value)
  }

  requiredGid(name: string): string {
    const gid = this.gid(name)
    if (gid === undefined || gid === null) throw missingInput(name)
    return gid
  }

  date(name: string): string | null | undefined {
    const value = this.nullableString(name)
    if (typeof value === 'string' && !isDate(value)) {
      throw new ApiError(400, `${name}: Date must be in ISO-8601 (yyyy-mm-dd) format, not: ${value}`)
    }
    return value
  }

  /** Any ISO 8601 moment, kept as Asana answers it: UTC with milliseconds. */
  dateTime(name: string): string | null | undefined {
    const value = this.nullableString(name)
    if (typeof value !== 'string') return value
    const ms = Date.parse(value)
    if (Number.isNaN(ms)) throw new ApiError(400, `${name}: Not a valid date time: ${value}`)
    return new Date(ms).toISOString()
  }
}

export function missingInput(name: string): ApiError {
  return new ApiError(400, `${name}: Missing input`)
}

function gidText(field: string, value: unknown): string {
  if (typeof value !== 'string') throw new ApiError(400, `${field}: Not a valid GID type: ${typeof value}`)
  return value
}

// Asana's words for most values of a wrong type are not known.
function wrongType(name: string, expected: string, value: unknown): ApiError {
  return new ApiError(400, `${name}: Value is not ${expected}: ${JSON.stringify(value)}`)
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}
