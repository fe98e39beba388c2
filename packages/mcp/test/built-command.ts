import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { afterAll, beforeAll } from 'vitest'

const packageDirectory = fileURLToPath(new URL('..', import.meta.url))

/**
 * `cli.mjs`, and `connector.mjs` from this file of the tests, bundled for the tests of one file: Node 20 runs no
 * TypeScript.
 * @returns how to find them, once the tests run
 */
export function builtCommand(connector: string): (file: string) => string {
  let directory = ''
  beforeAll(async () => {
    directory = await mkdtemp(join(packageDirectory, 'node_modules', 'asana-mcp-'))
    await build({
      config: false,
      entry: {
        cli: join(packageDirectory, 'src/cli.ts'),
        connector: join(packageDirectory, 'test', connector),
      },
      outDir: directory,
      format: 'esm',
      target: 'node20',
      tsconfig: join(packageDirectory, '../../tsconfig.json'),
      noExternal: [/.*/],
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
      },
      outExtension: () => ({ js: '.mjs' }),
      silent: true,
    })
  }, 60_000)
  afterAll(() => rm(directory, { recursive: true }))
  return file => join(directory, file)
}
