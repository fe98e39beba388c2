import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '@x/test-services'
import pg from 'pg'

/** `1.21` as 1.21; undefined: there is none on PATH. */
export async function pgbouncerVersion(): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)('pgbouncer', ['--version'])
    const [, major, minor] = /(\d+)\.(\d+)/.exec(stdout) ?? []
    return Number(major) * 100 + Number(minor)
  } catch {
    return undefined
  }
}

/** A real PgBouncer in transaction mode in front of a database: two connections for everybody. */
export async function startPgbouncer(databaseUrl: string, settings: Record<string, number>) {
  const directory = await mkdtemp(join(tmpdir(), 'asana-auth-pgbouncer-'))
  const port = await freePort()
  const { hostname, port: serverPort, username, password, pathname } = new URL(databaseUrl)
  const secret = password && ` password=${decodeURIComponent(password)}`
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  await writeFile(
    join(directory, 'pgbouncer.ini'),
    `[databases]
scratch = host=${hostname} port=${serverPort} user=${username}${secret} dbname=${pathname.slice(1)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
max_client_conn = 100
${lines.join('\n')}
`,
  )
  await chmod(directory, 0o755)
  // It refuses to run as root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const child = spawn('pgbouncer', ['-q', 'pgbouncer.ini'], { cwd: directory, stdio: 'ignore', ...nobody })
  const exited = once(child, 'exit')
  const close = async () => {
    if (child.exitCode === null) child.kill('SIGKILL')
    await exited
    await rm(directory, { recursive: true, force: true })
  }
  const url = `postgres://anybody@127.0.0.1:${port}/scratch`
  for (let attempt = 0; !(await answers(url)); attempt++) {
    if (attempt === 100 || child.exitCode !== null) {
      await close()
      throw new Error('pgbouncer did not start')
    }
    await delay(50)
  }
  return { url, close }
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
