import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

const lazy = ['#aead', '#oauth2-library']
const library = { 'oauth2-library': 'src/oauth2/library.ts' }
const license = readFileSync(new URL('../LICENSE.md', import.meta.resolve('oauth4webapi')), 'utf8')

export default defineConfig([
  { ...base, format: 'esm', external: lazy },
  {
    ...base,
    format: 'cjs',
    external: lazy,
    clean: false,
    // What CommonJS loads later it requires later: `import()` would load the other build, and test runners that
    // make modules themselves do not have it. (The other tree shaker would see no `require` in that.)
    treeshake: false,
    esbuildOptions(options) {
      options.supported = { 'dynamic-import': false }
    },
  },
  // AES-GCM comes by import condition (package.json, "imports"): node:crypto on Node, WebCrypto elsewhere.
  {
    ...base,
    entry: { 'aead.node': 'src/encryption/aead.node.ts', 'aead.web': 'src/encryption/aead.web.ts' },
    dts: false,
    clean: false,
  },
  { ...base, entry: library, format: 'esm', dts: false, clean: false },
  // The protocol library has no CommonJS, and Node before 22.12 cannot require anything else: it is inside.
  {
    ...base,
    entry: library,
    format: 'cjs',
    noExternal: ['oauth4webapi'],
    banner: { js: `/*! oauth4webapi\n${license.trim()}\n*/` },
    dts: false,
    clean: false,
  },
  // Apart, so that the optional peer is loaded by those who ask for it.
  { ...base, entry: { opentelemetry: 'src/opentelemetry/index.ts' }, clean: false },
])
