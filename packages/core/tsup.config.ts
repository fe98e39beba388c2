import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

// AES-GCM comes by import condition (package.json, "imports"): node:crypto on Node, WebCrypto elsewhere.
export default defineConfig([
  { ...base, external: ['#aead'], splitting: true },
  {
    ...base,
    entry: { 'aead.node': 'src/encryption/aead.node.ts', 'aead.web': 'src/encryption/aead.web.ts' },
    dts: false,
    clean: false,
  },
  // Apart, so that the optional peer is loaded by those who ask for it.
  { ...base, entry: { opentelemetry: 'src/opentelemetry/index.ts' }, clean: false },
])
