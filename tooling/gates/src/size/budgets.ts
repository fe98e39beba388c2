/** How large a package may be once it is bundled, minified and gzipped. */
export interface Budget {
  readonly package: string
  readonly maxBytes: number
  /** Of it, what is loaded with the import: what every start of a process pays for. */
  readonly maxBytesAtStart?: number
  /** Of what somebody bundles who imports only these; without them, of everything. */
  readonly names?: readonly string[]
  /** What the application has anyway, and is not counted. */
  readonly beside: readonly string[]
  /** Asana's operations by name: data, and the same for everybody, so it is not counted. */
  readonly operationTable?: 'apart'
}

const besideCore = ['@x/asana-auth-core', '@x/asana-client']
const adapter = { maxBytes: 4_000 }

/**
 * Of what runs inside an application. Commands, servers and tools for tests have no budget: nobody bundles
 * them.
 */
export const budgets: readonly Budget[] = [
  // The client with its retries, limits, files and events is inside, and oauth4webapi (8 kB), which is loaded
  // when it is first needed: what they were when the budgets were set, and a little.
  {
    package: '@x/asana-auth-core',
    maxBytes: 36_900,
    maxBytesAtStart: 28_550,
    beside: [],
    operationTable: 'apart',
  },
  // Who takes a part of core bundles that part: nothing that a module does when it is loaded keeps the rest.
  {
    package: '@x/asana-auth-core',
    names: ['OAuth2Flow', 'AsanaAppCredentials'],
    maxBytes: 16_200,
    beside: [],
  },
  { package: '@x/asana-auth-core', names: ['Keyring'], maxBytes: 2_500, beside: [] },
  { package: '@x/asana-client', names: ['verifyWebhook', 'webhookHandshake'], maxBytes: 600, beside: [] },
  { package: '@x/asana-auth-store-memory', ...adapter, beside: besideCore },
  { package: '@x/asana-auth-store-redis', ...adapter, beside: [...besideCore, 'ioredis'] },
  { package: '@x/asana-auth-store-postgres', ...adapter, beside: [...besideCore, 'pg'] },
  {
    // A chain of versions instead of one conditional write: more has to be decided here than in a database.
    package: '@x/asana-auth-store-secrets-manager',
    maxBytes: 5_500,
    beside: [...besideCore, '@aws-sdk/client-secrets-manager'],
  },
  { package: '@x/asana-auth-express', ...adapter, beside: [...besideCore, 'express'] },
]
