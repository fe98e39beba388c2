import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

// `process` and `worker` keep their imports: each runtime finds the packages, and node:crypto, by itself.
export default defineConfig({
  ...base,
  entry: {
    'test-runtimes': 'src/test-runtimes.ts',
    process: 'src/scenario/process.ts',
    worker: 'src/scenario/worker.ts',
  },
  format: ['esm'],
  dts: false,
})
