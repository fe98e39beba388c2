import {
  AsanaUserCredentials,
  type AsanaUserCredentialsInput,
  AuthManager,
  type AuthManagerOptions,
  ConfigurationError,
  type Subject,
} from '@x/asana-auth-core'
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
  hosted: ['externalUserId', 'connectorId', 'clientId', 'clientSecret', 'baseUrl', 'fetch', 'now'],
}

const FORMS =
  'Give one of { authConfig: { refreshToken, … } }, { authConfig: { token } }, { auth, subject }, or { externalUserId or connectorId, clientId, clientSecret, baseUrl }.'

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
  const text = (name: string) => optionalText(name, own[name])
  const needed = (name: string) => {
    const value = text(name)
    if (value === undefined) {
      throw new ConfigurationError('invalid_option', `The hosted mode of AsanaConnector needs ${name}.`)
    }
    return value
  }
  const [externalUserId, connectorId] = [text('externalUserId'), text('connectorId')]
  return {
    clientId: needed('clientId'),
    clientSecret: needed('clientSecret'),
    baseUrl: hostedUrl(needed('baseUrl')),
    fetch: (own['fetch'] as typeof globalThis.fetch | undefined) ?? ((input, init) => fetch(input, init)),
    now: (own['now'] as (() => number) | undefined) ?? Date.now,
    ...(externalUserId && { externalUserId }),
    ...(connectorId && { connectorId }),
  }
}

const safe = /^(https:|http:\/\/(([^/]+\.)?localhost|127(\.\d+){3}|\[::1\])[:/])/

function hostedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && safe.test(url.href) && url.href === url.origin + url.pathname) {
    // The version belongs to the paths; but a base URL with it is what some have at hand.
    return url.href.replace(/\/+$/, '').replace(/(\/api)?\/v1$/, '')
  }
  throw new ConfigurationError(
    'invalid_option',
    'baseUrl must be the https URL of the hosted server (http on localhost only), without user, query and fragment.',
  )
}
