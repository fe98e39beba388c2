import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

// What operations take is a part of its own: only who checks or describes calls pays for it.
export default defineConfig({
  ...base,
  entry: { index: 'src/index.ts', parameters: 'src/parameters.ts' },
  // One operation table for both.
  splitting: true,
})
