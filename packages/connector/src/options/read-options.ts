import {
  AsanaUserCredentials,
  type AsanaUserCredentialsInput,
  AuthManager,
  type AuthManagerOptions,
  ConfigurationError,
  type Subject,
} from '@x/asana-auth-core'
import { clientNames, HostedClient } from '../hosted/hosted-client.ts'
import type { HostedConnection } from '../hosted/hosted-connection.ts'
import type { OnTokenRefresh } from './connector-options.ts'
import { knownNames, optionalText } from './known-names.ts'

/** How a connector gets at Asana, decided. */
export type Mode =
  | { readonly kind: 'managed'; readonly auth: AuthManager; readonly subject: Subject }
  | {
      readonly kind: 'explicit'
      readonly credentials: AsanaUserCredentialsInput
      readonly onTokenRefresh?: OnTokenRefresh
      readonly onError?: (error: Error) => void
      readonly manager: AuthManagerOptions
    }
  | { readonly kind: 'hosted'; readonly connection: HostedConnection }

const names = {
  explicit: ['authConfig', 'onTokenRefresh', 'onError', 'manager'],
  managed: ['auth', 'subject'],
  hosted: ['externalUserId', 'connectorId', 'hosted', ...clientNames],
}

const FORMS =
  'Give one of { authConfig: { refreshToken, … } }, { authConfig: { token } }, { auth, subject }, or { externalUserId or connectorId, and hosted or clientId, clientSecret, baseUrl }.'

/** @throws {ConfigurationError} `invalid_option`, naming what is wrong and never a secret */
export function readOptions(given: unknown): Mode {
  const all = knownNames('AsanaConnector', given, Object.values(names).flat())
  const kinds = [
    ...('authConfig' in all ? (['explicit'] as const) : []),
    ...('auth' in all ? (['managed'] as const) : []),
    ...('externalUserId' in all || 'connectorId' in all ? (['hosted'] as const) : []),
  ]
  const [kind] = kinds
  if (kind === undefined || kinds.length > 1) {
    const problem = kind === undefined ? 'has no credentials' : 'has credentials of more than one kind'
    throw new ConfigurationError('invalid_option', `AsanaConnector ${problem}. ${FORMS}`)
  }
  const own = knownNames('AsanaConnector', all, names[kind])
  if (kind === 'managed') return managed(own)
  return kind === 'explicit' ? explicit(own) : { kind, connection: hostedConnection(own) }
}

function managed({ auth, subject }: Record<string, unknown>): Mode {
  if (!isManager(auth)) throw new ConfigurationError('invalid_option', 'auth must be an AuthManager.')
  return { kind: 'managed', auth, subject: subject as Subject }
}

/** Another copy of core has another class: what it does is what counts. */
function isManager(value: unknown): value is AuthManager {
  return value instanceof AuthManager || (typeof value === 'object' && value !== null && 'session' in value)
}

function explicit({ authConfig, onTokenRefresh, onError, manager }: Record<string, unknown>): Mode {
  const fields = ['refreshToken', 'accessToken', 'clientId', 'clientSecret', 'token']
  const config = knownNames('authConfig', authConfig, fields)
  const text = (name: string) => optionalText(`authConfig.${name}`, config[name])
  const [token, refreshToken, accessToken] = [text('token'), text('refreshToken'), text('accessToken')]
  const [clientId, clientSecret] = [text('clientId'), text('clientSecret')]
  const isOAuth = Boolean(refreshToken ?? accessToken ?? clientId ?? clientSecret)
  if (Boolean(token) === Boolean(refreshToken) || (token && isOAuth)) {
    throw new ConfigurationError(
      'invalid_option',
      'authConfig takes either refreshToken (with accessToken, clientId and clientSecret if you have them) or token, and not both.',
    )
  }
  const given = (manager ?? {}) as AuthManagerOptions
  return {
    kind: 'explicit',
    credentials: token ? { accessToken: token } : oauthCredentials(refreshToken, accessToken),
    ...callbacks({ onTokenRefresh, onError }),
    manager: {
      ...given,
      asana: { ...given.asana, ...(clientId && { clientId }), ...(clientSecret && { clientSecret }) },
    },
  }
}

function callbacks(given: { readonly onTokenRefresh: unknown; readonly onError: unknown }): {
  readonly onTokenRefresh?: OnTokenRefresh
  readonly onError?: (error: Error) => void
} {
  const functions = Object.entries(given).filter(([, value]) => value !== undefined)
  for (const [name, value] of functions) {
    // What is passed over here would be missed when the tokens are: an hour later, or a month.
    if (typeof value !== 'function') {
      throw new ConfigurationError('invalid_option', `${name} must be a function.`)
    }
  }
  return Object.fromEntries(functions)
}

function oauthCredentials(refreshToken = '', accessToken: string | undefined): AsanaUserCredentialsInput {
  if (accessToken) return { accessToken, refreshToken }
  // Long expired: the first call refreshes. Empty: no header takes it, so that it can never be sent.
  return new AsanaUserCredentials({
    accessToken: '',
    tokenType: 'Bearer',
    refreshToken,
    expiresAt: 0,
    raw: {},
  })
}

/** @throws {ConfigurationError} `invalid_option` */
export function hostedConnection(own: Record<string, unknown>): HostedConnection {
  const externalUserId = someUser(own['externalUserId'])
  const connectorId = optionalText('connectorId', own['connectorId'])
  return {
    hosted: clientOf(own),
    ...(externalUserId && { externalUserId }),
    ...(connectorId && { connectorId }),
  }
}

/** `user?.id ?? ''` of somebody who is not signed in must not become the operator, who may do everything. */
function someUser(value: unknown): string | undefined {
  const externalUserId = optionalText('externalUserId', value)
  if (value === undefined || externalUserId !== undefined) return externalUserId
  throw new ConfigurationError('invalid_option', 'externalUserId is empty: is somebody signed in?')
}

function clientOf({ hosted, ...own }: Record<string, unknown>): HostedClient {
  const given = clientNames.filter(name => name in own)
  if (hosted === undefined) {
    return new HostedClient(Object.fromEntries(given.map(name => [name, own[name]])) as never)
  }
  if (!isClient(hosted)) throw new ConfigurationError('invalid_option', 'hosted must be a HostedClient.')
  const [extra] = given
  if (extra === undefined) return hosted
  throw new ConfigurationError('invalid_option', `${extra} is a part of hosted already: give one of the two.`)
}

/** Another copy of this package has another class: what it does is what counts. */
function isClient(value: unknown): value is HostedClient {
  return value instanceof HostedClient || (typeof value === 'object' && value !== null && 'getToken' in value)
}
