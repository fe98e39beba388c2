import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

/** A package of the npm registry that ships a program for one platform. */
export interface ProgramPackage {
  readonly name: string
  readonly version: string
  /** Where in the package the program is. */
  readonly program: string
}

/**
 * Installs the package into a cache, once.
 * @returns the path of its program
 * @throws {Error} if npm cannot install it
 */
export async function install({ name, version, program }: ProgramPackage): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'asana-auth/runtimes')
  const folder = join(cache, `${name.replace('/', '-')}@${version}`)
  const path = join(folder, 'node_modules', name, program)
  if (existsSync(path)) return path
  // Made beside its place and moved there whole: an install that was broken off leaves nothing behind.
  const unfinished = `${folder}.${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  await writeFile(join(unfinished, 'package.json'), '{ "private": true }')
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error']
  await run('npm', ['install', ...flags, `${name}@${version}`], { cwd: unfinished, timeoutMs: 300_000 })
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
  return path
}
