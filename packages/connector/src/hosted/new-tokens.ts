import { ConfigurationError } from '@x/asana-auth-core'
import type { OAuthConfig, TokenConfig } from '../options/connector-options.ts'
import { knownNames, optionalText } from '../options/known-names.ts'
import type { Json } from './hosted-answer.ts'

/** Where a connection's tokens come from: credentials, or the outcome of a consent. */
export type NewTokens =
  | { readonly authConfig: OAuthConfig | TokenConfig; readonly serverSideOauthSecretId?: undefined }
  /** `secret_id` of the callback. */
  | { readonly serverSideOauthSecretId: string; readonly authConfig?: undefined }

export const newTokensNames = ['authConfig', 'serverSideOauthSecretId']

/**
 * The members of a request; none if nothing was given.
 * @throws {ConfigurationError} `invalid_option`
 */
export function newTokensBody(what: string, own: Json): Json {
  const { authConfig } = own
  const secretId = optionalText('serverSideOauthSecretId', own['serverSideOauthSecretId'])
  if (authConfig !== undefined && secretId !== undefined) {
    throw new ConfigurationError(
      'invalid_option',
      `${what} takes either authConfig or serverSideOauthSecretId, and not both.`,
    )
  }
  if (authConfig !== undefined) return { credentials: credentials(authConfig) }
  return secretId === undefined ? {} : { server_side_oauth_secret_id: secretId }
}

function credentials(authConfig: unknown): Record<string, string> {
  const fields = ['refreshToken', 'accessToken', 'clientId', 'clientSecret', 'token']
  const entries = Object.entries(knownNames('authConfig', authConfig, fields)).flatMap(([name, value]) => {
    const text = optionalText(`authConfig.${name}`, value)
    const snake = name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
    return text === undefined ? [] : [[snake, text] as const]
  })
  return Object.fromEntries(entries)
}
