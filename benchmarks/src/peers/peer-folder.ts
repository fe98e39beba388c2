import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Beside the build and beside the sources alike: benchmarks/peers.
const base = import.meta.url.includes('/src/') ? '../../peers/' : '../peers/'

/** Where the peers are installed: a package of its own that the workspace does not know. */
export const peerFolder = fileURLToPath(new URL(base, import.meta.url))

/**
 * A peer as an application imports it. The workspace has no types of it, so the caller says what it
 * uses.
 */
export async function loadPeer<T>(name: string): Promise<T> {
  const { load } = (await import(new URL(`${base}load.js`, import.meta.url).href)) as {
    load(name: string): Promise<T>
  }
  return load(name)
}

/** What is measured beside, and in which version: what the lock file pins. */
export function peerVersions(): Readonly<Record<string, string>> {
  const read = (file: string): unknown => JSON.parse(readFileSync(peerFolder + file, 'utf8'))
  const { dependencies } = read('package.json') as { dependencies: Record<string, string> }
  const { packages } = read('package-lock.json') as { packages: Record<string, { version?: string }> }
  return Object.fromEntries(
    Object.keys(dependencies).map(name => [name, packages[`node_modules/${name}`]?.version ?? 'unknown']),
  )
}
