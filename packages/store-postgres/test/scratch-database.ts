import { requireService, startPostgres } from '@x/test-services'
import pg from 'pg'

/** Why the tests of this package cannot run here; undefined: they can. */
export const missing = await requireService('postgres')

/** An empty database of a real Postgres, and the pools that were opened on it. */
export class ScratchDatabase {
  readonly url: string
  readonly #closeServer: () => Promise<void>
  readonly #pools: pg.Pool[] = []

  private constructor(url: string, closeServer: () => Promise<void>) {
    this.url = url
    this.#closeServer = closeServer
  }

  static async create(): Promise<ScratchDatabase> {
    const server = await startPostgres()
    return new ScratchDatabase(await server.createDatabase(), () => server.close())
  }

  pool(options: pg.PoolConfig = {}): pg.Pool {
    const pool = new pg.Pool({ connectionString: this.url, ...options })
    // A connection that is lost while nobody uses it says so, and would end the process.
    pool.on('error', () => {})
    this.#pools.push(pool)
    return pool
  }

  /** The database as another role. */
  urlAs(role: string): string {
    const url = new URL(this.url)
    url.username = role
    url.password = role
    return url.href
  }

  async close(): Promise<void> {
    await Promise.all(this.#pools.map(pool => pool.ended || pool.end()))
    await this.#closeServer()
  }
}
