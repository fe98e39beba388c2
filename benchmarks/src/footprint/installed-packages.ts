import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Installed {
  readonly packages: number
  readonly bytes: number
}

interface Manifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** What npm would put on disk for these packages: they, and whatever they need, once each. */
export function installed(names: readonly string[], home: string, apart: readonly string[]): Installed {
  const found = new Map<string, number>()
  const visit = (name: string, from: string) => {
    if (apart.includes(name)) return
    const folder = findPackage(name, from)
    // An optional one that is for another platform.
    if (!folder || found.has(folder)) return
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
    found.set(folder, folderBytes(folder))
    for (const needed of needs(manifest)) visit(needed, folder)
  }
  for (const name of names) visit(name, home)
  return { packages: found.size, bytes: [...found.values()].reduce((sum, bytes) => sum + bytes, 0) }
}

/** Peers that are not optional are installed with the package. */
export function needs(manifest: Manifest): string[] {
  const { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta } = manifest
  const peers = Object.keys(peerDependencies).filter(name => !peerDependenciesMeta?.[name]?.optional)
  return [...new Set([...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers])]
}

/** As Node looks for it: the nearest `node_modules` upwards. */
function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate)
    if (folder === dirname(folder)) return undefined
  }
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.name !== 'node_modules' && !entry.isSymbolicLink())
    .map(entry => [entry, join(folder, entry.name)] as const)
    .reduce((sum, [entry, path]) => sum + (entry.isDirectory() ? folderBytes(path) : statSync(path).size), 0)
}
