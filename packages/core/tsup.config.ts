import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

// AES-GCM comes by import condition (package.json, "imports"): node:crypto on Node, WebCrypto elsewhere.
export default defineConfig([
  { ...base, external: ['#aead'] },
  {
    ...base,
    entry: { 'aead.node': 'src/encryption/aead.node.ts', 'aead.web': 'src/encryption/aead.web.ts' },
    dts: false,
    clean: false,
  },
])
