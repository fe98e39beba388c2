/**
 * What the stores need of a `pg` Pool. A type of our own, so that the Pool of any pg 8 fits, whatever
 * version of @types/pg an application has.
 */
export interface PostgresPool {
  query(query: PostgresQuery): Promise<PostgresResult>
  /** For `migrate` only: everything else is one statement on any connection. */
  connect(): Promise<PostgresConnection>
}

export interface PostgresConnection {
  query(query: PostgresQuery): Promise<PostgresResult>
  /** One that is lost says so with an event, and an event `error` that nobody hears ends the process. */
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
  /** `true`: the connection is not to be used again. */
  release(destroy?: boolean): void
}

export interface PostgresQuery {
  /** None: not prepared. */
  readonly name?: string | undefined
  readonly text: string
  readonly values?: unknown[]
}

export interface PostgresResult {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly rowCount: number | null
}
