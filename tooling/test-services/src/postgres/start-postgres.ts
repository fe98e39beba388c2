import { startThrowaway } from '../process/start-throwaway.ts'
import { notOurs, type TestService } from '../test-service.ts'
import { Databases } from './databases.ts'
import { postgresPrograms } from './postgres-programs.ts'
import { postgresServer } from './postgres-server.ts'

export interface Postgres extends TestService {
  /** postgres://user@host:port/database of a user who may create databases. */
  readonly url: string
  /** Makes an empty database and returns its URL; `close` drops it. */
  createDatabase(name?: string): Promise<string>
}

export interface PostgresOptions {
  /** Never the server in TEST_POSTGRES_URL, for tests that stop it. */
  readonly throwaway?: boolean
}

/**
 * TEST_POSTGRES_URL, else a throwaway Postgres. Who shares a server keeps apart by `createDatabase`.
 *
 * @throws MissingServiceError
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const shared = process.env['TEST_POSTGRES_URL']
  if (shared && !options.throwaway) {
    const databases = new Databases(shared)
    return {
      url: shared,
      createDatabase: name => databases.create(name),
      ...notOurs('TEST_POSTGRES_URL'),
      close: () => databases.dropAll(),
    }
  }
  const programs = await postgresPrograms()
  const { port, stop, start, close } = await startThrowaway((port, directory) =>
    postgresServer(programs, port, directory),
  )
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const databases = new Databases(url)
  return { url, createDatabase: name => databases.create(name), managed: true, stop, start, close }
}
