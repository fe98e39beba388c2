import { type AsanaAppOptions, type ConfigurationErrorCode, environmentNames } from '@x/asana-auth-core'

type TextName = keyof typeof environmentNames

/** Makes the error that says what is wrong with the secret. */
export type Complain = (what: string, code?: ConfigurationErrorCode) => Error

/** What a secret's text says of the app. No message quotes it. @throws what `complain` makes */
export function appOptionsFrom(text: string | undefined, complain: Complain): AsanaAppOptions {
  const given = jsonObject(text, complain)
  const options: Record<string, unknown> = {}
  for (const name of Object.keys(environmentNames) as TextName[]) {
    for (const spelling of spellings(name)) {
      const value = given[spelling] ?? ''
      if (typeof value !== 'string') throw complain(`does not fit: ${spelling} must be a string`)
      // The first that is set and not empty wins; the others are left alone.
      if (!value.trim()) continue
      options[name] = value.trim()
      break
    }
  }
  const defaultScope = given['defaultScope'] ?? given['default_scope']
  if (defaultScope) options['defaultScope'] = defaultScope
  const demand = (name: TextName, code: ConfigurationErrorCode) => {
    // A personal access token alone is an app, too.
    if (options[name] || options['token']) return
    throw complain(`has no ${name}: add one of ${spellings(name).join(', ')}`, code)
  }
  demand('clientId', 'missing_client_id')
  demand('clientSecret', 'missing_client_secret')
  return options
}

function jsonObject(text: string | undefined, complain: Complain): Record<string, unknown> {
  let what = text === undefined ? 'binary' : 'not JSON'
  try {
    const value: unknown = JSON.parse(text ?? '')
    if (value instanceof Object && !Array.isArray(value)) return { ...value }
    what = 'not an object'
  } catch {
    // The parser's error would quote the text.
  }
  throw complain(`is ${what}. Store {"clientId":"...","clientSecret":"..."}`)
}

/** What a member may be called. */
function spellings(name: TextName): readonly string[] {
  const snakeCase = name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  return [name, snakeCase, ...environmentNames[name]]
}
