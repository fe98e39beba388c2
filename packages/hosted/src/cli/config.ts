import type { EncryptionKey } from '@x/asana-auth-core'
import type { SigningJwk } from '../auth/signing-jwk.ts'
import type { RateLimits } from '../http/rate-limiter.ts'

export type StoreName = 'memory' | 'postgres' | 'redis'

/** What the environment says of where things are kept. */
export interface StoreConfig {
  readonly name: StoreName
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
}

/** Everything that can be set, read once. */
export interface HostedConfig {
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly store: StoreConfig
  readonly encryptionKeys: readonly EncryptionKey[] | undefined
  readonly signingKeys: readonly SigningJwk[] | undefined
  readonly redirectUrls: readonly string[]
  readonly scope: string | undefined
  readonly limits: Partial<RateLimits>
  readonly metricsToken: string | undefined
  readonly trustProxy: number
  readonly logLevel: string
}

/** All that is wrong with the environment, at once. */
export class HostedConfigError extends Error {
  override readonly name = 'HostedConfigError'

  constructor(problems: readonly string[]) {
    super(`This configuration does not work:\n${problems.map(problem => `  - ${problem}`).join('\n')}`)
  }
}

const STORES: readonly StoreName[] = ['memory', 'postgres', 'redis']
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const MAKE_KEYS = 'make one with: asana-connector-hosted generate-keys'

/** The only place that reads the environment, but for the ASANA_… variables. @throws HostedConfigError */
export function readHostedConfig(env: NodeJS.ProcessEnv): HostedConfig {
  const problems: string[] = []
  // An empty variable counts as unset: that is what `NAME=` in a .env file means.
  const text = (name: string) => env[name]?.trim() || undefined
  const whole = (name: string, fallback: number, most: number) =>
    wholeNumber(name, text(name), fallback, most, problems)
  const port = whole('PORT', 3100, 65_535)
  const store = storeConfig(env, problems)
  const isShared = store.name !== 'memory'
  const required = (name: string) => {
    if (isShared && !text(name))
      problems.push(`${name} is not set. With a shared store it is required; ${MAKE_KEYS}`)
    return text(name)
  }
  const encryption = required('ENCRYPTION_KEYS')
  const signing = required('SIGNING_KEYS')
  const limits = {
    organizationPerMinute: whole('LIMIT_ORGANIZATION', 6000, 1e9),
    userPerMinute: whole('LIMIT_USER', 600, 1e9),
    addressPerMinute: whole('LIMIT_ADDRESS', 60, 1e9),
  }
  const config: HostedConfig = {
    port,
    // Without a store of its own it is for trying out: not for the whole network.
    host: text('HOST') ?? (isShared ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: text('PUBLIC_URL') ?? `http://localhost:${port}`,
    store,
    encryptionKeys: encryption === undefined ? undefined : parseEncryptionKeys(encryption, problems),
    signingKeys: signing === undefined ? undefined : parseSigningKeys(signing, problems),
    redirectUrls: text('REDIRECT_URLS')?.split(/[\s,]+/) ?? [],
    scope: text('ASANA_SCOPE'),
    limits,
    metricsToken: text('METRICS_TOKEN'),
    trustProxy: whole('TRUST_PROXY', 0, 10),
    logLevel: oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? 'info', LOG_LEVELS, problems),
  }
  if (problems.length > 0) throw new HostedConfigError(problems)
  return config
}

/** Of a command that only changes what is kept. @throws HostedConfigError */
export function readStoreConfig(env: NodeJS.ProcessEnv): StoreConfig {
  const problems: string[] = []
  const config = storeConfig(env, problems)
  if (problems.length > 0) throw new HostedConfigError(problems)
  return config
}

function storeConfig(env: NodeJS.ProcessEnv, problems: string[]): StoreConfig {
  const name = oneOf('HOSTED_STORE', env['HOSTED_STORE']?.trim() || 'memory', STORES, problems)
  const databaseUrl = env['DATABASE_URL']?.trim() || undefined
  const redisUrl = env['REDIS_URL']?.trim() || undefined
  if (name === 'postgres' && !databaseUrl) problems.push('HOSTED_STORE=postgres needs DATABASE_URL.')
  if (name === 'redis' && !redisUrl) problems.push('HOSTED_STORE=redis needs REDIS_URL.')
  return { name, databaseUrl, redisUrl }
}

/** `id:base64,id:base64`, the first one seals. The value itself is never repeated in a message. */
function parseEncryptionKeys(value: string, problems: string[]): readonly EncryptionKey[] {
  return value.split(',').map((part, index) => {
    const [, id = '', key = ''] = /^\s*([A-Za-z0-9_-]{1,64}):(\S+)\s*$/.exec(part) ?? []
    if (Buffer.from(key, 'base64').length !== 32) {
      problems.push(`ENCRYPTION_KEYS: key ${index + 1} is not "id:" and 32 bytes in base64; ${MAKE_KEYS}`)
    }
    return { id, key }
  })
}

/** A private JWK, or a list of them. */
function parseSigningKeys(value: string, problems: string[]): readonly SigningJwk[] {
  try {
    const parsed: unknown = JSON.parse(value)
    const keys: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed]
    if (keys.length > 0 && keys.every(key => typeof key === 'object' && key !== null && 'kty' in key)) {
      return keys as readonly SigningJwk[]
    }
  } catch {
    // What JSON.parse says quotes the key.
  }
  problems.push(`SIGNING_KEYS is neither a private JWK nor a list of them, as JSON; ${MAKE_KEYS}`)
  return []
}

function wholeNumber(
  name: string,
  value: string | undefined,
  fallback: number,
  most: number,
  problems: string[],
): number {
  if (value === undefined) return fallback
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN
  if (number <= most) return number
  problems.push(`${name} is ${JSON.stringify(value)}: it must be a whole number up to ${most}.`)
  return fallback
}

function oneOf<T extends string>(name: string, value: string, choices: readonly T[], problems: string[]): T {
  const choice = choices.find(one => one === value)
  if (choice !== undefined) return choice
  problems.push(`${name} is ${JSON.stringify(value)}: choose one of ${choices.join(', ')}.`)
  return choices[0] as T
}
