import { gzipSync } from 'node:zlib'
import { loadPeer, peerFolder } from '../peers/peer-folder.ts'
import type { Subject } from './subjects.ts'

interface Esbuild {
  build(options: object): Promise<{ outputFiles: readonly { contents: Uint8Array }[] }>
}

/** Everything that the packages export, with what it needs, bundled for Node, minified and gzipped: bytes. */
export async function bundleSize(subject: Subject): Promise<number> {
  const { build } = await loadPeer<Esbuild>('esbuild')
  const { outputFiles } = await build({
    stdin: {
      contents: subject.packages.map((name, index) => `export * as m${index} from '${name}'`).join('\n'),
      resolveDir: peerFolder,
    },
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: subject.apart,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength
}
