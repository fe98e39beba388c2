import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

// The library for both module systems, the command for one: a CommonJS copy of it would serve nobody.
export default defineConfig([
  { ...base, platform: 'node' },
  { ...base, platform: 'node', entry: { cli: 'src/cli.ts' }, format: ['esm'], dts: false, clean: false },
  // For the root script `hosted`; not published (see `files`).
  {
    ...base,
    platform: 'node',
    entry: { demo: 'src/demo/demo.ts' },
    format: ['esm'],
    dts: false,
    clean: false,
  },
])
