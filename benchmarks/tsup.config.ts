import { defineConfig } from 'tsup'
import { base } from '../tsup.base.ts'

export default defineConfig({
  ...base,
  entry: ['src/hot-path.ts'],
  format: ['esm'],
  platform: 'node',
  dts: false,
})
