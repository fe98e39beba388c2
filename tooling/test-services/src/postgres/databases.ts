import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** The databases that a test run makes on a server, so that it can take them away again. */
export class Databases {
  readonly #url: string
  readonly #made = new Set<string>()

  constructor(url: string) {
    this.#url = url
  }

  /** Makes an empty one and returns its URL. */
  async create(name = `test_${randomUUID().replaceAll('-', '')}`): Promise<string> {
    await this.#run(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
    this.#made.add(name)
    const url = new URL(this.#url)
    url.pathname = `/${encodeURIComponent(name)}`
    return url.href
  }

  /** Whoever is still connected is thrown out. */
  async dropAll(): Promise<void> {
    for (const name of this.#made)
      await this.#run(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
    this.#made.clear()
  }

  async #run(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
}
