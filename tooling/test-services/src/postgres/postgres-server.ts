import { chown, cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { run } from '../process/run.ts'
import type { ServerCommand } from '../process/server-process.ts'
import { isOpenToAll, type UnprivilegedUser, unprivilegedUser } from '../process/unprivileged-user.ts'

/** Prepares a cluster in `directory` and says how to run it. */
export async function postgresServer(
  programs: string,
  port: number,
  directory: string,
): Promise<ServerCommand> {
  const user = await unprivilegedUser()
  if (user) await chown(directory, user.uid, user.gid)
  const bin =
    user && !(await isOpenToAll(join(programs, 'postgres'))) ? await copy(programs, directory) : programs
  const data = join(directory, 'data')
  await initialise(join(bin, 'initdb'), data, directory, user)
  return {
    program: join(bin, 'postgres'),
    args: ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(setting)],
    directory,
    user,
    // Fast: it does not wait for the clients to leave.
    stopSignal: 'SIGINT',
    isReady: () => answers(`postgres://postgres@127.0.0.1:${port}/postgres`),
  }
}

/** Nothing needs to survive a crash of the machine; that of the process it survives all the same. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
}

function setting([name, value]: readonly [string, string]): string[] {
  return ['-c', `${name}=${value}`]
}

async function initialise(
  initdb: string,
  data: string,
  cwd: string,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  const args = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', '--locale=C']
  // A language's order, as production has it: code that relies on the order of bytes must not pass here.
  const language = ['--locale-provider=icu', '--icu-locale=en-US']
  try {
    await run(initdb, [...args, ...language], { cwd, user })
  } catch {
    // Older than 15, or built without ICU.
    await run(initdb, args, { cwd, user })
  }
}

async function copy(programs: string, directory: string): Promise<string> {
  const destination = join(directory, 'programs')
  await cp(dirname(programs), destination, { recursive: true, verbatimSymlinks: true })
  return join(destination, 'bin')
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } finally {
    await client.end().catch(() => {})
  }
}
