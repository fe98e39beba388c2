import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

export default defineConfig([
  base,
  { ...base, entry: { cli: 'src/cli.ts' }, format: ['esm'], platform: 'node', dts: false, clean: false },
])
