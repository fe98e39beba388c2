import { defineConfig } from 'tsup'

/** One ES module; what it depends on stays in node_modules. */
export default defineConfig({
  entry: { start: 'src/start.ts' },
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  sourcemap: true,
  clean: true,
})
