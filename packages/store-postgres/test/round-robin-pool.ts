import type { PostgresPool, PostgresQuery } from '@x/asana-auth-store-postgres'
import pg from 'pg'

export interface RoundRobinOptions {
  readonly connections?: number
  /** Forget all that belongs to the session after every query: settings, locks, prepared statements. */
  readonly discard?: boolean
}

/** The worst that a pooler in transaction mode may do: no two queries in a row on one connection. */
export class RoundRobinPool implements PostgresPool {
  readonly #turns: { readonly client: pg.Client; last: Promise<unknown> }[]
  readonly #discard: boolean
  #next = 0

  constructor(connectionString: string, { connections = 3, discard = false }: RoundRobinOptions = {}) {
    this.#turns = Array.from({ length: connections }, () => {
      const client = new pg.Client({ connectionString })
      return { client, last: client.connect() }
    })
    this.#discard = discard
  }

  query(query: PostgresQuery): Promise<pg.QueryResult> {
    const turn = this.#turns[this.#next++ % this.#turns.length]
    if (!turn) throw new Error('no connections')
    const { client, last } = turn
    const result = last.then(() => client.query(query))
    const over = result.then(
      () => {},
      () => {},
    )
    turn.last = this.#discard ? over.then(() => client.query('DISCARD ALL')) : over
    return result
  }

  connect(): Promise<never> {
    throw new Error('a store never asks for a connection of its own')
  }

  async end(): Promise<void> {
    await Promise.all(this.#turns.map(({ client, last }) => last.then(() => client.end())))
  }
}
