import { type AsanaAppOptions, ConfigurationError, environmentNames } from '@x/asana-auth-core'

type TextName = keyof typeof environmentNames

const example = '{"clientId":"…","clientSecret":"…"}'

/**
 * What a secret's text says of the app. No message quotes it.
 * @throws ConfigurationError
 */
export function appOptionsFrom(secret: string, text: string | undefined): AsanaAppOptions {
  const given = jsonObject(secret, text)
  const options: Record<string, unknown> = {}
  for (const name of Object.keys(environmentNames) as TextName[]) {
    const value = firstText(secret, given, namesOf(name))
    if (value !== undefined) options[name] = value
  }
  const defaultScope = given['defaultScope'] ?? given['default_scope']
  if (defaultScope !== undefined && defaultScope !== null) options['defaultScope'] = defaultScope
  // A personal access token alone is an app, too.
  if (options['token'] === undefined) {
    if (options['clientId'] === undefined) throw missing(secret, 'missing_client_id', 'clientId')
    if (options['clientSecret'] === undefined) throw missing(secret, 'missing_client_secret', 'clientSecret')
  }
  return options
}

function jsonObject(secret: string, text: string | undefined): Record<string, unknown> {
  if (text === undefined) throw unusable(`${secret} is binary. Store it as text: ${example}.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's error would quote the text.
    throw unusable(`${secret} is not JSON. Store an object: ${example}.`)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw unusable(`${secret} is JSON, but not an object. Store one: ${example}.`)
}

function firstText(
  secret: string,
  given: Record<string, unknown>,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const value = given[name]
    if (value === undefined || value === null) continue
    if (typeof value !== 'string') throw unusable(`${secret}: ${name} must be a string.`)
    if (value.trim()) return value.trim()
  }
  return undefined
}

function missing(secret: string, code: 'missing_client_id' | 'missing_client_secret', name: TextName) {
  const names = namesOf(name).join(', ')
  return new ConfigurationError(code, `${secret} has no ${name}: add it under one of these names: ${names}.`)
}

function unusable(message: string): ConfigurationError {
  return new ConfigurationError('invalid_option', message)
}

/** What a member may be called; the first that is set and not empty wins. */
function namesOf(name: TextName): readonly string[] {
  const snakeCase = name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  return [name, snakeCase, ...environmentNames[name]]
}
