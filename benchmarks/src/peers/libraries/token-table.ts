import pg from 'pg'
import { SUBJECT } from './token-library.ts'

/** Where an application keeps its tokens whose library leaves that to it: a row of its database. */
export class TokenTable<T> {
  readonly #pool: pg.Pool

  private constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  static async open<T>(databaseUrl: string): Promise<TokenTable<T>> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 5 })
    await pool.query('SELECT 1')
    return new TokenTable<T>(pool)
  }

  static async create<T>(databaseUrl: string, value: T): Promise<void> {
    const table = await TokenTable.open<T>(databaseUrl)
    await table.#pool.query('DROP TABLE IF EXISTS application_tokens')
    await table.#pool.query(
      'CREATE TABLE application_tokens (subject text PRIMARY KEY, value jsonb NOT NULL)',
    )
    await table.save(value)
    await table.close()
  }

  async load(): Promise<T> {
    const { rows } = await this.#pool.query<{ value: T }>(
      'SELECT value FROM application_tokens WHERE subject = $1',
      [SUBJECT],
    )
    if (!rows[0]) throw new Error('The token is not in the database.')
    return rows[0].value
  }

  async save(value: T): Promise<void> {
    await this.#pool.query(
      `INSERT INTO application_tokens (subject, value) VALUES ($1, $2)
ON CONFLICT (subject) DO UPDATE SET value = excluded.value`,
      [SUBJECT, JSON.stringify(value)],
    )
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}
