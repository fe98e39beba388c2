import type { CredentialKey, Lease, LeaseAttempt } from '@x/asana-auth-core'
import type { Database } from './database.ts'
import { prune } from './prune.ts'
import { ROW, type Statement, statement } from './statement.ts'
import type { Tables } from './tables.ts'

const OWN = `${ROW} AND owner = $4 AND expires_at > clock_timestamp()`
const UNTIL = `clock_timestamp() + $5::float8 * interval '1 millisecond'`

/**
 * A lease is a row with an owner and an expiry. Only the server's clock counts: those of the processes
 * differ, and one that is ahead would take a lease from its holder.
 */
export class PostgresLeases {
  readonly #database: Database
  readonly #namespace: string
  readonly #acquire: Statement
  readonly #renew: Statement
  readonly #release: Statement

  constructor(database: Database, { leases }: Tables, namespace: string) {
    this.#database = database
    this.#namespace = namespace
    this.#acquire = statement(
      leases,
      `INSERT INTO ${leases} AS held (namespace, provider, subject, owner, expires_at)
VALUES ($1, $2, $3, $4, ${UNTIL})
ON CONFLICT (namespace, provider, subject) DO UPDATE
SET owner = $4, expires_at = ${UNTIL} WHERE held.expires_at <= clock_timestamp()`,
    )
    this.#renew = statement(leases, `UPDATE ${leases} SET expires_at = ${UNTIL} WHERE ${OWN}`)
    // Processes that were killed released nothing: who releases sweeps up after them.
    this.#release = statement(leases, `${prune(leases)} DELETE FROM ${leases} WHERE ${OWN}`)
  }

  async acquire(key: CredentialKey, ttlMs: number): Promise<LeaseAttempt> {
    const row = [this.#namespace, key.provider, key.subject, crypto.randomUUID()]
    const wrote = (operation: string, statement: Statement, ...values: number[]) =>
      this.#database.wrote(statement, [...row, ...values], { operation, key })
    if (!(await wrote('acquireLease', this.#acquire, ttlMs))) return { status: 'held' }
    const lease: Lease = {
      renew: ttlMs => wrote('renewLease', this.#renew, ttlMs),
      release: async () => void (await wrote('releaseLease', this.#release)),
    }
    return { status: 'acquired', lease }
  }
}
