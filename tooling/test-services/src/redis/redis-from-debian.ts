import { readlink, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDirectory } from '../cache-directory.ts'
import { findProgram } from '../process/find-program.ts'
import { run } from '../process/run.ts'

/**
 * Redis from Debian's package `redis-tools`. The package `redis-server` would start a server of its own on
 * the standard port and at every boot; it holds nothing but that and a link to the program of the tools.
 */
export async function redisFromDebian(): Promise<string | undefined> {
  const name = 'redis-check-rdb'
  const program = (await findProgram(name)) ?? ((await installTools()) ? await findProgram(name) : undefined)
  return program && asServer(program)
}

/** One program that goes by the name it is called by. */
async function asServer(program: string): Promise<string> {
  const link = join(await cacheDirectory('redis'), 'redis-server')
  await symlink(program, link).catch(async error => {
    if ((await readlink(link).catch(() => undefined)) !== program) throw error
  })
  return link
}

async function installTools(): Promise<boolean> {
  const aptGet = process.getuid?.() === 0 ? await findProgram('apt-get') : undefined
  if (!aptGet) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run(aptGet, ['update', '-qq'], { env })
    await run(aptGet, ['install', '-y', '-qq', '--no-install-recommends', 'redis-tools'], { env })
    return true
  } catch {
    return false
  }
}
