import { ConfigurationError } from '@x/asana-auth-core'

/** Where the tables are. */
export interface TableOptions {
  /** Default `public`. */
  readonly schema?: string
  /** In front of the name of every table; default `asana_auth_`. */
  readonly tablePrefix?: string
}

/** The names of the tables as they stand in a statement: quoted, with their schema. */
export interface Tables {
  readonly schema: string
  readonly credentials: string
  readonly leases: string
  readonly oneTime: string
  readonly migrations: string
}

// Short enough for the longest name that is made of it: Postgres cuts names off after 63 bytes.
const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,40}$/

/** @throws ConfigurationError `invalid_option` */
export function tables({ schema = 'public', tablePrefix = 'asana_auth_' }: TableOptions = {}): Tables {
  for (const [option, value] of Object.entries({ schema, tablePrefix })) {
    if (identifier.test(value)) continue
    throw new ConfigurationError(
      'invalid_option',
      `${option} of the postgres store must match ${identifier}, unlike ${JSON.stringify(value)}.`,
    )
  }
  const table = (name: string) => `"${schema}"."${tablePrefix}${name}"`
  return {
    schema: `"${schema}"`,
    credentials: table('credentials'),
    leases: table('leases'),
    oneTime: table('one_time'),
    migrations: table('migrations'),
  }
}
