import { join } from 'node:path'
import type { PublishedPackage, Repository } from './repository.ts'
import { run } from './run.ts'

/** Packs every published package into the folder, as `pnpm publish` would: with versions for `workspace:`. */
export async function packAll(repository: Repository): Promise<void> {
  const filters = repository.packages.flatMap(({ name }) => ['--filter', name])
  const args = ['--recursive', ...filters, 'pack', '--pack-destination', repository.tarballs]
  await run('npx', ['--yes', 'pnpm@12', ...args], { cwd: repository.root })
}

/** Where `packAll` put a package. */
export function tarballOf(repository: Repository, { name, manifest }: PublishedPackage): string {
  const file = `${name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`
  return join(repository.tarballs, file)
}
