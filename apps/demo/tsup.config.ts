import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

export default defineConfig({
  ...base,
  entry: ['src/demo.ts'],
  format: ['esm'],
  platform: 'node',
  dts: false,
  // Tooling has no build of its own.
  noExternal: ['@x/store-services', '@x/test-services'],
})
