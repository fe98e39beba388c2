import { defineConfig, type Options } from 'tsup'
import { base } from '../../tsup.base.ts'

const command: Options = { ...base, platform: 'node', format: ['esm'], dts: false, clean: false }

// The library for both module systems, the command for one: a CommonJS copy of it would serve nobody.
export default defineConfig([
  { ...base, platform: 'node' },
  { ...command, entry: { cli: 'src/cli.ts' } },
  // For the root script `hosted`; not published (see `files`), so that the sandbox is no dependency.
  { ...command, entry: { demo: 'src/demo/demo.ts' }, external: ['@x/asana-sandbox'] },
])
