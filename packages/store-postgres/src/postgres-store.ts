import {
  type CredentialKey,
  type CredentialPage,
  type CredentialRecord,
  type CredentialStore,
  type LeaseAttempt,
  type ListOptions,
  type StoredCredential,
  type Version,
  VersionConflictError,
  type WriteCondition,
} from '@x/asana-auth-core'
import { fromRow, toColumns } from './credential-row.ts'
import { type CredentialStatements, credentialStatements } from './credential-statements.ts'
import type { Database } from './database.ts'
import { listKeys } from './list-keys.ts'
import { PostgresLeases } from './postgres-leases.ts'
import { type PostgresStoreOptions, postgresSettings } from './postgres-options.ts'

/**
 * Credentials in Postgres, one row each; `migrate` makes the tables. Every call is one statement and
 * needs nothing of the session, so that any pooler may stand in between.
 */
export class PostgresStore implements CredentialStore {
  readonly name = 'postgres'
  readonly namespace: string
  readonly capabilities = { cas: true, lease: true, list: true }
  readonly #database: Database
  readonly #statements: CredentialStatements
  readonly #leases: PostgresLeases

  /** @throws ConfigurationError `invalid_option` */
  constructor(options: PostgresStoreOptions) {
    const { namespace, database, tables } = postgresSettings(options)
    this.namespace = namespace
    this.#database = database
    this.#statements = credentialStatements(tables)
    this.#leases = new PostgresLeases(database, tables, namespace)
  }

  get(key: CredentialKey): Promise<StoredCredential | undefined> {
    const at = { operation: 'get', key }
    return this.#database
      .run(this.#statements.get, this.#row(key), at)
      .then(({ rows: [row] }) => row && fromRow(row))
  }

  async put(key: CredentialKey, record: CredentialRecord, condition: WriteCondition = {}): Promise<Version> {
    const { ifVersion } = condition
    const { upsert, insert, replace } = this.#statements
    // Random, not counted: a counter starts again with a row, and goes back with a server that is restored.
    const version = crypto.randomUUID()
    const values = [...this.#row(key), ...toColumns(record), version]
    if (typeof ifVersion === 'string') values.push(ifVersion)
    const statement = ifVersion === undefined ? upsert : ifVersion === null ? insert : replace
    const secrets = [record.payload]
    const written = await this.#database.wrote(statement, values, { operation: 'put', key, secrets })
    if (!written) throw this.#conflict('put', key)
    return version
  }

  async delete(key: CredentialKey, condition: { readonly ifVersion?: Version } = {}): Promise<boolean> {
    const at = { operation: 'delete', key }
    const { remove, removeVersion } = this.#statements
    const { ifVersion } = condition
    if (ifVersion === undefined) return this.#database.wrote(remove, this.#row(key), at)
    const { rows } = await this.#database.run(removeVersion, [...this.#row(key), ifVersion], at)
    if (rows.length === 1) throw this.#conflict('delete', key)
    return rows.length > 0
  }

  list(options: ListOptions): Promise<CredentialPage> {
    return listKeys(this.#database, this.#statements.list, this.namespace, options)
  }

  acquireLease(key: CredentialKey, { ttlMs }: { readonly ttlMs: number }): Promise<LeaseAttempt> {
    return this.#leases.acquire(key, ttlMs)
  }

  /** Does nothing: the pool is the application's. */
  async close(): Promise<void> {}

  #row({ provider, subject }: CredentialKey): unknown[] {
    return [this.namespace, provider, subject]
  }

  #conflict(operation: string, key: CredentialKey): VersionConflictError {
    return new VersionConflictError({ store: this.name, operation, key })
  }
}
