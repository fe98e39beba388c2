import type { PublishedPackage } from '../repository/repository.ts'

/** What can be imported of a package, such as `@x/asana-client/parameters`. */
export function moduleEntries(packages: readonly PublishedPackage[]): string[] {
  return entries(packages).flatMap(({ specifier, target }) => (typeof target === 'object' ? [specifier] : []))
}

/** What can only be found, such as `…/schema.sql`. */
export function fileEntries(packages: readonly PublishedPackage[]): string[] {
  return entries(packages).flatMap(({ specifier, target }) => (typeof target === 'string' ? [specifier] : []))
}

function entries(packages: readonly PublishedPackage[]) {
  return packages.flatMap(({ name, manifest }) =>
    Object.entries(manifest.exports ?? {}).map(([subpath, target]) => ({
      specifier: `${name}${subpath.slice(1)}`,
      target,
    })),
  )
}
