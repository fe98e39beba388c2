import { type AsanaAppOptions, type ConfigurationErrorCode, environmentNames } from '@x/asana-auth-core'

type TextName = keyof typeof environmentNames

/** Makes the error that says what is wrong with the secret. */
export type Complain = (what: string, code?: ConfigurationErrorCode) => Error

/** What a secret's text says of the app. No message quotes it. @throws what `complain` makes */
export function appOptionsFrom(text: string | undefined, complain: Complain): AsanaAppOptions {
  const given = jsonObject(text, complain)
  const options: Record<string, unknown> = {}
  for (const name of Object.keys(environmentNames) as TextName[]) {
    const value = firstText(given, spellings(name), complain)
    if (value) options[name] = value
  }
  const defaultScope = given['defaultScope'] ?? given['default_scope']
  if (defaultScope) options['defaultScope'] = defaultScope
  const required = { clientId: 'missing_client_id', clientSecret: 'missing_client_secret' } as const
  for (const name of ['clientId', 'clientSecret'] as const) {
    // A personal access token alone is an app, too.
    if (options[name] || options['token']) continue
    throw complain(`has no ${name}: add it as one of ${spellings(name).join(', ')}`, required[name])
  }
  return options
}

function jsonObject(text: string | undefined, complain: Complain): Record<string, unknown> {
  const unusable = (is: string) => complain(`is ${is}. Store {"clientId":"…","clientSecret":"…"}`)
  if (text === undefined) throw unusable('binary')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's error would quote the text.
    throw unusable('not JSON')
  }
  if (value instanceof Object && !Array.isArray(value)) return { ...value }
  throw unusable('not an object')
}

/** The first that is set and not empty. */
function firstText(given: Record<string, unknown>, names: readonly string[], complain: Complain) {
  for (const name of names) {
    const value = given[name] ?? ''
    if (typeof value !== 'string') throw complain(`does not fit: ${name} must be a string`)
    if (value.trim()) return value.trim()
  }
  return undefined
}

/** What a member may be called. */
function spellings(name: TextName): readonly string[] {
  const snakeCase = name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  return [name, snakeCase, ...environmentNames[name]]
}
