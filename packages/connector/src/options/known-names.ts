import { ConfigurationError } from '@x/asana-auth-core'
import { didYouMean } from '../parameters/nearest.ts'

/**
 * The options under the names they have here, from those or their snake_case spellings.
 * @throws {ConfigurationError} `invalid_option`: an unknown name, or one that is given twice. Never a value
 */
export function knownNames(what: string, given: unknown, names: readonly string[]): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new ConfigurationError('invalid_option', `${what} must be an object with ${names.join(', ')}.`)
  }
  const known: Record<string, unknown> = {}
  for (const [spelling, value] of Object.entries(given)) {
    const name = spelling.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    if (!names.includes(name)) {
      const meant = didYouMean(spelling, names) || ` It takes: ${names.join(', ')}.`
      throw new ConfigurationError('invalid_option', `${what} has no ${JSON.stringify(spelling)}.${meant}`)
    }
    if (value === undefined) continue
    if (name in known) {
      throw new ConfigurationError('invalid_option', `${what} has ${name} twice, under both of its names.`)
    }
    known[name] = value
  }
  return known
}

/** @throws {ConfigurationError} `invalid_option` */
export function optionalText(what: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw new ConfigurationError('invalid_option', `${what} must be a string.`)
}

/** @throws {ConfigurationError} `invalid_option` */
export function neededText(who: string, name: string, value: unknown): string {
  const text = optionalText(name, value)
  if (text !== undefined) return text
  throw new ConfigurationError('invalid_option', `${who} needs ${name}.`)
}
