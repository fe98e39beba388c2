import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PublishedPackage, type Repository, readManifest } from '../repository/repository.ts'
import { run } from '../repository/run.ts'
import { tarballOf } from '../repository/tarball.ts'

/**
 * An empty project with the tarballs installed by npm, their peers beside them, and nothing of this
 * repository: what a user has after `npm install`.
 */
export async function installTarballs(repository: Repository, project: string): Promise<void> {
  const { packages } = repository
  const ours = packages.map(
    published => [published.name, `file:${tarballOf(repository, published)}`] as const,
  )
  const manifest = {
    private: true,
    type: 'module',
    dependencies: Object.fromEntries([...packages.flatMap(peersOf), ...typesOf(repository), ...ours]),
    // One copy of each, although no registry has these versions.
    overrides: Object.fromEntries(ours.map(([name]) => [name, `$${name}`])),
  }
  await mkdir(project, { recursive: true })
  await writeFile(join(project, 'package.json'), JSON.stringify(manifest, undefined, 2))
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts']
  await run('npm', ['install', '--loglevel=error', ...flags], { cwd: project, env: withoutNpmSettings() })
}

/** The versions that the repository tests with. */
function peersOf({ folder, manifest }: PublishedPackage): [string, string][] {
  const installed = (name: string) => join(folder, 'node_modules', name)
  return Object.keys(manifest.peerDependencies ?? {})
    .filter(name => existsSync(installed(name)))
    .map(name => [name, readManifest(installed(name)).version])
}

/** Types that the users of TypeScript install beside the peers. */
function typesOf({ root, packages }: Repository): [string, string][] {
  const folders = [root, ...packages.map(({ folder }) => folder)]
  return ['@types/node', '@types/express', '@types/pg'].flatMap(name => {
    const found = folders.map(folder => join(folder, 'node_modules', name)).find(path => existsSync(path))
    return found ? [[name, readManifest(found).version] as [string, string]] : []
  })
}

/** pnpm hands its settings down as `npm_config_…`, and npm warns of those it does not know. */
function withoutNpmSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
}
