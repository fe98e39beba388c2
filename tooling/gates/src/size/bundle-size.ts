import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, type BuildResult, build, type OutputFile, type Plugin } from 'esbuild'

/** Bytes, minified and gzipped. */
export interface BundleSize {
  /** Of a module's whole graph, except for what is beside. */
  readonly whole: number
  /** Of what is loaded with the import; the rest is loaded when it is first needed. */
  readonly atStart: number
}

export interface BundleOptions {
  readonly beside: readonly string[]
  /** What is imported; without them everything. */
  readonly names?: readonly string[] | undefined
  readonly plugins?: readonly Plugin[]
}

/** What a bundler makes of a module for Node. */
export async function bundleSize(
  module: string,
  resolveDir: string,
  { beside, names, plugins = [] }: BundleOptions,
): Promise<BundleSize> {
  const settings = {
    stdin: { contents: `export ${names ? `{ ${names.join()} }` : '*'} from '${module}'`, resolveDir },
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
  } satisfies BuildOptions
  const whole = await build(settings)
  const split = await build({ ...settings, splitting: true, metafile: true, outdir: 'out' })
  return { whole: gzipped(whole.outputFiles), atStart: gzipped(loadedAtStart(split)) }
}

/** The entry, and what it imports before it runs. */
function loadedAtStart({
  outputFiles,
  metafile,
}: BuildResult<{ write: false; metafile: true }>): OutputFile[] {
  const { outputs } = metafile
  const loaded = new Set(Object.keys(outputs).filter(path => outputs[path]?.entryPoint === '<stdin>'))
  for (const path of loaded) {
    for (const { kind, path: imported } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[imported]) loaded.add(imported)
    }
  }
  return outputFiles.filter(file => [...loaded].some(path => file.path.endsWith(`/${path}`)))
}

function gzipped(files: readonly OutputFile[]): number {
  return files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0)
}

/** Empties the client's table of operations, and counts how many it found. */
export function withoutOperationTable(): { readonly plugin: Plugin; readonly emptied: () => number } {
  const emptied = new Set<string>()
  const plugin: Plugin = {
    name: 'without-operation-table',
    setup({ onLoad }) {
      onLoad({ filter: /client\/dist\/.*\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8')
        const contents = text.replace(/operationTable ?= ?\{[\s\S]*?["']\s*\}/, () => {
          emptied.add(path)
          return 'operationTable = {}'
        })
        return { contents, loader: 'js' }
      })
    },
  }
  return { plugin, emptied: () => emptied.size }
}
