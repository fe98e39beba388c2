import type { AssumptionOptions, Latency, LiveOptions, RefreshMode, SandboxOptions } from './options.ts'

/** The options with every default filled in. The live ones change while the sandbox runs. */
export interface Settings extends Required<AssumptionOptions> {
  accessTokenLifetimeS: number
  codeLifetimeS: number
  refresh: RefreshMode
  latencyMs: Latency
  jobDurationMs: number
  rateLimitPerMinute: number | undefined
  searchRateLimitPerMinute: number | undefined
  maxConcurrentReads: number | undefined
  maxConcurrentWrites: number | undefined
  readonly premium: boolean
}

export function resolveSettings(options: SandboxOptions): Settings {
  return {
    accessTokenLifetimeS: options.accessTokenLifetimeS ?? 3600,
    codeLifetimeS: options.codeLifetimeS ?? 900,
    refresh: options.refresh ?? 'omit',
    latencyMs: options.latencyMs ?? 0,
    jobDurationMs: options.jobDurationMs ?? 0,
    rateLimitPerMinute: options.rateLimitPerMinute,
    searchRateLimitPerMinute: options.searchRateLimitPerMinute,
    maxConcurrentReads: options.maxConcurrentReads,
    maxConcurrentWrites: options.maxConcurrentWrites,
    invalidClientStatus: options.invalidClientStatus ?? 401,
    tokenResponseScope: options.tokenResponseScope ?? false,
    dataIdType: options.dataIdType ?? 'number',
    requireSecretWithPkce: options.requireSecretWithPkce ?? true,
    requirePkce: options.requirePkce ?? false,
    requireState: options.requireState ?? false,
    refreshRevokesAccessToken: options.refreshRevokesAccessToken ?? false,
    unknownTokenInfo: options.unknownTokenInfo ?? 'inactive',
    missingScopeStatus: options.missingScopeStatus ?? 403,
    concurrencyRetryAfter: options.concurrencyRetryAfter ?? true,
    wwwAuthenticate: options.wwwAuthenticate ?? false,
    idTokenResponseMode: options.idTokenResponseMode ?? 'fragment',
    idTokenProfileClaims: options.idTokenProfileClaims ?? false,
    paginationTokenLifetimeS: options.paginationTokenLifetimeS ?? 86_400,
    maxUnpaginatedItems: options.maxUnpaginatedItems ?? 1000,
    downloadUrlLifetimeS: options.downloadUrlLifetimeS ?? 120,
    premium: options.premium ?? false,
  }
}

const liveNames = [
  'accessTokenLifetimeS',
  'codeLifetimeS',
  'refresh',
  'latencyMs',
  'jobDurationMs',
  'rateLimitPerMinute',
  'searchRateLimitPerMinute',
  'maxConcurrentReads',
  'maxConcurrentWrites',
] as const satisfies readonly (keyof LiveOptions)[]

/** Turning one off again is what undefined is for. */
const limits: readonly string[] = [
  'rateLimitPerMinute',
  'searchRateLimitPerMinute',
  'maxConcurrentReads',
  'maxConcurrentWrites',
] satisfies (keyof LiveOptions)[]

const refreshModes: readonly unknown[] = ['omit', 'echo', 'rotate'] satisfies RefreshMode[]

/** Changes the live settings; throws on a name or value it does not know, as these also arrive over HTTP. */
export function applyLiveOptions(settings: Settings, changes: LiveOptions): void {
  for (const [name, value] of Object.entries(changes) as [string, unknown][]) {
    if (!liveNames.some(live => live === name)) throw new TypeError(`Not a live option: ${name}`)
    if (!acceptable(name, value)) throw new TypeError(`Not a value for ${name}: ${JSON.stringify(value)}`)
  }
  Object.assign(settings, changes)
}

function acceptable(name: string, value: unknown): boolean {
  if (name === 'refresh') return refreshModes.includes(value)
  if (name === 'latencyMs' && typeof value === 'object' && value !== null) {
    return Object.values(value).every(ms => typeof ms === 'number' && ms >= 0)
  }
  if (value === undefined) return limits.includes(name)
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
