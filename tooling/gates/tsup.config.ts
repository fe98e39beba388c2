import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

export default defineConfig({
  ...base,
  entry: ['src/gates.ts', 'src/run-gate.ts'],
  format: ['esm'],
  platform: 'node',
  dts: false,
  splitting: true,
})
