import type { CredentialKey } from '@x/asana-auth-core'
import { isSerializationFailure, storeError } from './postgres-error.ts'
import type { PostgresPool, PostgresQuery, PostgresResult } from './postgres-pool.ts'
import type { Statement } from './statement.ts'

/** Where it happens, and what must not show when it fails. */
export interface Operation {
  readonly operation: string
  readonly key?: CredentialKey
  readonly secrets?: readonly string[]
}

const ATTEMPTS = 10

/** Runs single statements on a pool; only typed errors come out. */
export class Database {
  readonly #pool: PostgresPool
  readonly #prepared: boolean

  constructor(pool: PostgresPool, prepared: boolean) {
    this.#pool = pool
    this.#prepared = prepared
  }

  async run(statement: Statement, values: unknown[], at: Operation): Promise<PostgresResult> {
    const { name, text, table } = statement
    const query: PostgresQuery = { name: this.#prepared ? name : undefined, text, values }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#pool.query(query)
      } catch (error) {
        // Where REPEATABLE READ is the default, losing a race is an error. Nothing was done: it can run again.
        if (isSerializationFailure(error) && attempt < ATTEMPTS) continue
        const [schema] = table.split('.')
        throw storeError(
          error,
          at,
          `${table} is missing or too old: run \`await migrate(pool)\` with the same schema and tablePrefix`,
          `The pool's role needs GRANT USAGE ON SCHEMA ${schema} and GRANT SELECT, INSERT, UPDATE, DELETE ON ${table}`,
        )
      }
    }
  }

  /** Whether it wrote anything. */
  async wrote(statement: Statement, values: unknown[], at: Operation): Promise<boolean> {
    const { rowCount } = await this.run(statement, values, at)
    return !!rowCount
  }
}
