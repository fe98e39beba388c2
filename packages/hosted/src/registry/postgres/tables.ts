import { ConfigurationError } from '@x/asana-auth-core'

/** Where the tables are. */
export interface RegistryTableOptions {
  /** Default `public`. */
  readonly schema?: string
  /** In front of the name of every table; default `asana_hosted_`. */
  readonly tablePrefix?: string
}

/** The names of the tables as they stand in a statement: quoted, with their schema. */
export interface RegistryTables {
  readonly schema: string
  readonly organizations: string
  readonly clients: string
  readonly asanaApps: string
  readonly connectors: string
  readonly migrations: string
}

// Postgres cuts names off after 63 bytes.
const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,40}$/

/** @throws ConfigurationError `invalid_option` */
export function registryTables(options: RegistryTableOptions = {}): RegistryTables {
  const { schema = 'public', tablePrefix = 'asana_hosted_' } = options
  for (const [option, value] of Object.entries({ schema, tablePrefix })) {
    if (identifier.test(value)) continue
    const text = `${option} of the registry must match ${identifier}, unlike ${JSON.stringify(value)}.`
    throw new ConfigurationError('invalid_option', text)
  }
  const table = (name: string) => `"${schema}"."${tablePrefix}${name}"`
  return {
    schema: `"${schema}"`,
    organizations: table('organizations'),
    clients: table('clients'),
    asanaApps: table('asana_apps'),
    connectors: table('connectors'),
    migrations: table('migrations'),
  }
}
