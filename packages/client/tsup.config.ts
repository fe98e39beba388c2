import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

// What operations take is a part of its own: only who checks or describes calls pays for it. It imports the
// client by name: the table of operations is there once, and the client is one file, quick to load.
export default defineConfig({
  ...base,
  entry: { index: 'src/index.ts', parameters: 'src/parameters.ts' },
  external: ['@x/asana-client'],
  // The package by its own name, which has no types before they are built.
  dts: { compilerOptions: { paths: { '@x/asana-client': ['./src/index.ts'] } } },
})
