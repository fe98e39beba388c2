import { defineConfig } from 'tsup'
import { base } from '../tsup.base.ts'

export default defineConfig({
  ...base,
  entry: {
    bench: 'src/bench.ts',
    'peer-stampede-worker': 'src/peers/stampede/peer-stampede-worker.ts',
    scale: 'src/scale/scale.ts',
    stampede: 'src/stampede/stampede.ts',
    'stampede-worker': 'src/stampede/stampede-worker.ts',
    chaos: 'src/chaos/chaos.ts',
    'chaos-worker': 'src/chaos/chaos-worker.ts',
    api: 'src/api/api.ts',
    'hosted-bench': 'src/hosted/hosted-bench.ts',
    'hosted-worker': 'src/hosted/hosted-worker.ts',
  },
  format: ['esm'],
  platform: 'node',
  dts: false,
  // Tooling has no build of its own.
  noExternal: ['@x/store-services', '@x/test-services'],
})
