import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

const license = readFileSync(new URL('../../LICENSE.md', import.meta.resolve('jose')), 'utf8')

// The library for both module systems, the command for one: a CommonJS copy of it would serve nobody.
export default defineConfig([
  { ...base, platform: 'node', format: 'esm' },
  {
    ...base,
    platform: 'node',
    format: 'cjs',
    // It has no CommonJS, and a test runner that makes modules itself cannot require anything else: it is inside.
    noExternal: ['jose'],
    banner: { js: `/*! jose\n${license.trim()}\n*/` },
    clean: false,
  },
  { ...base, platform: 'node', entry: { cli: 'src/cli.ts' }, format: 'esm', dts: false, clean: false },
])
