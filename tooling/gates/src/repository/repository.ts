import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the gates look at: a checkout that is built, and the packages as they would be published. */
export interface Repository {
  readonly root: string
  readonly packages: readonly PublishedPackage[]
  /** The folder of the tarballs, see `packAll`. */
  readonly tarballs: string
}

/** A package that is not private. */
export interface PublishedPackage {
  readonly name: string
  readonly folder: string
  readonly manifest: Manifest
}

/** What the gates need to know of a package.json. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** Reads which packages of a checkout are published. */
export function readRepository(root: string, tarballs: string): Repository {
  const packages = readdirSync(join(root, 'packages'))
    .map(name => join(root, 'packages', name))
    .map(folder => ({ folder, manifest: readManifest(folder) }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ folder, manifest }) => ({ name: manifest.name, folder, manifest }))
  return { root, packages, tarballs }
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
