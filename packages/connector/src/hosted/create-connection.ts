import { ConfigurationError } from '@x/asana-auth-core'
import type { HostedConnectionOptions, OAuthConfig, TokenConfig } from '../options/connector-options.ts'
import { knownNames, optionalText } from '../options/known-names.ts'
import { hostedConnection } from '../options/read-options.ts'
import { HostedApi, SHORT_MS } from './hosted-api.ts'
import type { HostedConnection } from './hosted-connection.ts'
import { HostedError } from './hosted-error.ts'

type Server = Omit<HostedConnectionOptions, 'connectorId' | 'externalUserId'>

/** For whom a consent begins, and where it ends. */
export interface InitiateOAuthOptions extends Server {
  /** Your identifier of the end user. */
  readonly externalUserId: string
  /** Where the user comes back to, with `secret_id` or `error`; it must be on the organization's list. */
  readonly redirectUrl: string
  /** Comes back unchanged beside `secret_id`: bind it to the browser, and compare it. */
  readonly state?: string
}

/** For whom a connection is made, and of what: credentials, or the outcome of a consent. */
export type CreateHostedOptions = Server & {
  readonly externalUserId: string
  /** Default: made from the external user's id. */
  readonly name?: string
} & (
    | { readonly authConfig: OAuthConfig | TokenConfig; readonly serverSideOauthSecretId?: undefined }
    /** `secret_id` of the callback. */
    | { readonly serverSideOauthSecretId: string; readonly authConfig?: undefined }
  )

const serverNames = ['externalUserId', 'clientId', 'clientSecret', 'baseUrl', 'fetch', 'now']

/** Asks a hosted server where to send the user for consent. @throws {HostedError | ConfigurationError} */
export async function initiateOAuth(options: InitiateOAuthOptions): Promise<{ readonly consentUrl: string }> {
  const { redirectUrl, state, ...server } = knownNames('initiateOAuth', options, [
    ...serverNames,
    'redirectUrl',
    'state',
  ])
  const connection = hostedConnection(server)
  const answer = await new HostedApi(connection).json({
    method: 'POST',
    path: '/integrations/connectors/oauth/initiate',
    body: {
      external_user_id: userOf('initiateOAuth', connection),
      connector_type: 'Asana',
      redirect_url: redirectUrl,
      ...(state !== undefined && { state }),
    },
    timeoutMs: SHORT_MS,
  })
  const consentUrl = answer['consent_url']
  if (typeof consentUrl === 'string') return { consentUrl }
  throw new HostedError('The hosted server gave no consent URL. Check baseUrl.', {
    code: 'hosted_invalid_answer',
  })
}

/** Makes a connection on a hosted server, and returns how to use it. @throws {HostedError | ConfigurationError} */
export async function createConnection(options: CreateHostedOptions): Promise<HostedConnection> {
  const { authConfig, serverSideOauthSecretId, name, ...server } = knownNames('createHosted', options, [
    ...serverNames,
    'authConfig',
    'serverSideOauthSecretId',
    'name',
  ])
  if ((authConfig === undefined) === (serverSideOauthSecretId === undefined)) {
    throw new ConfigurationError(
      'invalid_option',
      'createHosted takes either authConfig or serverSideOauthSecretId, and not both.',
    )
  }
  const connection = hostedConnection(server)
  const { id } = await new HostedApi(connection).json({
    method: 'POST',
    path: '/integrations/connectors',
    body: {
      external_user_id: userOf('createHosted', connection),
      connector_type: 'Asana',
      ...(name !== undefined && { name }),
      ...(authConfig === undefined
        ? { server_side_oauth_secret_id: serverSideOauthSecretId }
        : { credentials: credentials(authConfig) }),
    },
    timeoutMs: SHORT_MS,
  })
  if (typeof id === 'string') return { ...connection, connectorId: id }
  throw new HostedError('The hosted server gave no id. Check baseUrl.', { code: 'hosted_invalid_answer' })
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

function userOf(what: string, { externalUserId }: HostedConnection): string {
  if (externalUserId !== undefined) return externalUserId
  throw new ConfigurationError('invalid_option', `${what} needs externalUserId.`)
}
