import type { Options } from 'tsup'

/** What every published package builds: ESM and CommonJS, with types for both. */
export const base: Options = {
  entry: { index: 'src/index.ts' },
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'neutral',
  dts: true,
  sourcemap: true,
  clean: true,
  splitting: false,
  treeshake: true,
}
