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
  // Blanks and comments cost time at every start of a process. Names and lines stay for stack traces, and so do the
  // marks by which bundlers drop what is not used: esbuild's own minifier loses those. `ecma`: by default `{ a }`
  // becomes `{a:a}`, and nothing was gained when that was measured.
  minify: 'terser',
  terserOptions: {
    compress: false,
    mangle: false,
    sourceMap: true,
    format: { ecma: 2020, comments: 'some', preserve_annotations: true, semicolons: false },
  },
}
