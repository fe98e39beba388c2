import type { OneTimeStore } from '@x/asana-auth-core'
import type { Database } from './database.ts'
import { type PostgresStoreOptions, postgresSettings } from './postgres-options.ts'
import { prune } from './prune.ts'
import { type Statement, statement } from './statement.ts'

const UNTIL = `clock_timestamp() + $4::float8 * interval '1 millisecond'`

export type PostgresOneTimeStoreOptions = PostgresStoreOptions

/** Values that can be read once, by one of all processes. Their time is the server's. */
export class PostgresOneTimeStore implements OneTimeStore {
  readonly #database: Database
  readonly #namespace: string
  readonly #put: Statement
  readonly #take: Statement

  /** @throws ConfigurationError `invalid_option` */
  constructor(options: PostgresOneTimeStoreOptions) {
    const { namespace, database, tables } = postgresSettings(options)
    const { oneTime } = tables
    this.#database = database
    this.#namespace = namespace
    // Logins that nobody finished are taken by nobody: who puts sweeps them up.
    this.#put = statement(
      oneTime,
      `${prune(oneTime, 'namespace = $1 AND key = $2')}
INSERT INTO ${oneTime} (namespace, key, value, expires_at)
VALUES ($1, $2, $3, ${UNTIL})
ON CONFLICT (namespace, key) DO UPDATE SET value = $3, expires_at = ${UNTIL}`,
    )
    this.#take = statement(
      oneTime,
      `DELETE FROM ${oneTime} WHERE namespace = $1 AND key = $2 AND expires_at > clock_timestamp() RETURNING value`,
    )
  }

  async put(key: string, value: string, ttlMs: number): Promise<void> {
    const at = { operation: 'put of a one-time value', secrets: [value, key] }
    await this.#database.run(this.#put, [this.#namespace, key, value, ttlMs], at)
  }

  async take(key: string): Promise<string | undefined> {
    const at = { operation: 'take of a one-time value', secrets: [key] }
    const { rows } = await this.#database.run(this.#take, [this.#namespace, key], at)
    return rows[0] && String(rows[0]['value'])
  }
}
