import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installed, needs } from '../src/footprint/installed-packages.ts'

describe('What a package needs', () => {
  it('is its dependencies and the peers that are not optional', () => {
    const manifest = {
      name: 'a',
      dependencies: { b: '1' },
      optionalDependencies: { c: '1' },
      peerDependencies: { b: '1', d: '1', e: '1' },
      peerDependenciesMeta: { e: { optional: true } },
    }
    expect(needs(manifest)).toEqual(['b', 'c', 'd'])
  })
})

describe('What is installed', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'footprint-'))
  })
  afterEach(() => rmSync(home, { recursive: true }))

  const put = (path: string, dependencies: Record<string, string>, bytes = 0) => {
    const folder = join(home, path)
    mkdirSync(folder, { recursive: true })
    const manifest = JSON.stringify({ name: path.split('node_modules/').at(-1), dependencies })
    writeFileSync(join(folder, 'package.json'), manifest)
    if (bytes > 0) writeFileSync(join(folder, 'index.js'), 'x'.repeat(bytes))
    return manifest.length + bytes
  }

  it('is counted once each, around every circle, and nothing else is', () => {
    const size =
      put('node_modules/a', { b: '1', c: '1' }, 100) +
      put('node_modules/b', { a: '1', c: '2' }, 10) +
      put('node_modules/c', {}, 1) +
      put('node_modules/b/node_modules/c', {}, 1)
    put('node_modules/unrelated', {}, 1000)
    expect(installed(['a'], home, [])).toEqual({ packages: 4, bytes: size })
  })

  it('leaves out what is apart, and an optional package of another platform', () => {
    const size = put('node_modules/a', { driver: '1', 'not-here': '1' }, 5)
    put('node_modules/driver', { 'of-the-driver': '1' })
    put('node_modules/of-the-driver', {})
    expect(installed(['a'], home, ['driver'])).toEqual({ packages: 1, bytes: size })
  })
})
