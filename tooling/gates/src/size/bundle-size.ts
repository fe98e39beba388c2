import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

/** Bytes of a module's whole graph, except for `beside`: bundled for Node, minified and gzipped. */
export async function bundleSize(
  module: string,
  resolveDir: string,
  { beside, plugins = [] }: { readonly beside: readonly string[]; readonly plugins?: readonly Plugin[] },
): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${module}'`, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external: [...beside],
    platform: 'node',
    plugins: [...plugins],
    // esbuild would follow the paths of our tsconfig.json to the sources. What counts is the package.
    tsconfigRaw: {},
    logLevel: 'silent',
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength
}

/** Empties the client's table of operations, and counts how often it found one. */
export function withoutOperationTable(): { readonly plugin: Plugin; readonly emptied: () => number } {
  let emptied = 0
  const plugin: Plugin = {
    name: 'without-operation-table',
    setup({ onLoad }) {
      onLoad({ filter: /client\/dist\/.*\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8')
        const contents = text.replace(/operationLines = `[^`]*`/, () => {
          emptied += 1
          return 'operationLines = ``'
        })
        return { contents, loader: 'js' }
      })
    },
  }
  return { plugin, emptied: () => emptied }
}
