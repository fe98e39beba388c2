import { randomBytes } from 'node:crypto'
import type { EncryptionKey } from '@x/asana-auth-core'
import { HostedClient } from '@x/asana-connector'
import type { StoreConfig } from './credential-store.ts'
import type { HostedSettings } from './hosted/hosted-settings.ts'

/** Everything that can be set, read once. */
export interface Config {
  readonly port: number
  readonly host: string
  /** `undefined`: there is no app of yours, so the sandbox stands in for Asana. */
  readonly asana: { readonly clientId: string; readonly clientSecret: string } | undefined
  readonly redirectUri: string
  /** As the browser sees it: the redirect URI's. */
  readonly origin: string
  readonly scope: string
  readonly credentialStore: StoreConfig
  /** `undefined`: there is none; beside the sandbox, one is started. */
  readonly hosted: HostedSettings | undefined
  readonly encryptionKeys: readonly EncryptionKey[]
  readonly cookieKeys: readonly EncryptionKey[]
  readonly logLevel: string
  /** How many proxies stand in front and set `X-Forwarded-For`. */
  readonly trustProxy: number
  /** For what the packages read themselves: ASANA_BASE_URL and the like. Empty beside the sandbox. */
  readonly environment: NodeJS.ProcessEnv
}

/** All that is wrong with the environment, at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(problems: readonly string[]) {
    super(`This configuration does not work:\n${problems.map(problem => `  - ${problem}`).join('\n')}`)
  }
}

/** Granular, and no more than the pages use. An app with full permissions wants `default` instead. */
const DEFAULT_SCOPE = 'tasks:read tasks:write projects:read workspaces:read'
const MAKE_KEYS = `make one with: echo "1:$(openssl rand -base64 32)"`

/** The only place that reads the environment. @throws ConfigError */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = []
  // An empty variable counts as unset: that is what `NAME=` in a .env file means.
  const text = (name: string) => env[name]?.trim() || undefined
  const clientId = text('ASANA_CLIENT_ID')
  const clientSecret = text('ASANA_CLIENT_SECRET')
  if (clientId && !clientSecret) problems.push('ASANA_CLIENT_ID is set and ASANA_CLIENT_SECRET is not.')
  const isSandbox = clientId === undefined

  const port = wholeNumber('PORT', text('PORT') ?? '3000', 0, 65_535, problems)
  const redirectUri =
    (isSandbox ? undefined : text('ASANA_REDIRECT_URI')) ?? `http://localhost:${port}/asana/callback`
  const keys = (name: string) => {
    const value = text(name)
    if (value !== undefined) return parseKeys(name, value, problems)
    if (isSandbox) return [{ id: 'this-run', key: randomBytes(32) }]
    problems.push(`${name} is not set. With a real Asana app it is required; ${MAKE_KEYS}`)
    return []
  }
  const config: Config = {
    port,
    // The sandbox hands out tokens to whoever asks: not to the whole network.
    host: text('HOST') ?? (isSandbox ? '127.0.0.1' : '0.0.0.0'),
    asana: clientId && clientSecret ? { clientId, clientSecret } : undefined,
    redirectUri,
    origin: originOf(redirectUri, problems),
    scope: text('ASANA_SCOPE') ?? DEFAULT_SCOPE,
    credentialStore: {
      name: text('CREDENTIAL_STORE') ?? 'memory',
      redisUrl: text('REDIS_URL'),
      databaseUrl: text('DATABASE_URL'),
    },
    hosted: readHosted(text, problems),
    encryptionKeys: keys('ENCRYPTION_KEYS'),
    cookieKeys: keys('COOKIE_KEYS'),
    logLevel: oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? 'info', LOG_LEVELS, problems),
    trustProxy: wholeNumber('TRUST_PROXY', text('TRUST_PROXY') ?? '0', 0, 10, problems),
    environment: isSandbox ? {} : env,
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** `id:base64,id:base64`, the first one seals. The value itself is never repeated in a message. */
function parseKeys(name: string, value: string, problems: string[]): EncryptionKey[] {
  return value.split(',').map((part, index) => {
    const [, id = '', key = ''] = /^\s*([A-Za-z0-9_-]{1,64}):(\S+)\s*$/.exec(part) ?? []
    if (Buffer.from(key, 'base64').length !== 32) {
      problems.push(`${name}: key ${index + 1} is not "id:" and 32 bytes in base64; ${MAKE_KEYS}`)
    }
    return { id, key }
  })
}

/** All three, or none. */
function readHosted(
  text: (name: string) => string | undefined,
  problems: string[],
): HostedSettings | undefined {
  const names = ['HOSTED_URL', 'HOSTED_CLIENT_ID', 'HOSTED_CLIENT_SECRET'] as const
  const missing = names.filter(name => text(name) === undefined)
  if (missing.length === names.length) return undefined
  if (missing.length > 0) {
    problems.push(`For a hosted server, set ${missing.join(' and ')}, too.`)
    return undefined
  }
  const [url = '', clientId = '', clientSecret = ''] = names.map(text)
  try {
    const { baseUrl } = new HostedClient({ baseUrl: url, clientId, clientSecret })
    return { baseUrl, clientId, clientSecret }
  } catch {
    problems.push('HOSTED_URL must be an https address (http on localhost), without a query.')
    return undefined
  }
}

function wholeNumber(name: string, value: string, least: number, most: number, problems: string[]): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  problems.push(`${name} is ${JSON.stringify(value)}: it must be a whole number from ${least} to ${most}.`)
  return least
}

function oneOf(name: string, value: string, choices: readonly string[], problems: string[]): string {
  if (!choices.includes(value))
    problems.push(`${name} is ${JSON.stringify(value)}: choose one of ${choices.join(', ')}.`)
  return value
}

function originOf(redirectUri: string, problems: string[]): string {
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined
  if (url?.pathname === '/asana/callback' && /^https?:$/.test(url.protocol)) return url.origin
  problems.push(
    'ASANA_REDIRECT_URI must be the http or https address of this app with the path /asana/callback.',
  )
  return ''
}
