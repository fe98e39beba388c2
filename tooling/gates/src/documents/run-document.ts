import { writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { tryRun } from '../repository/run.ts'
import type { BlockModule } from './block-module.ts'
import { importedModules, type Lender } from './names.ts'

/** The blocks of a document that can run: with values for what they borrow, and a sandbox for Asana. */
export function runnable(
  modules: readonly BlockModule[],
  lender: Lender | undefined,
): readonly BlockModule[] {
  if (lender?.runs) return modules
  const selfContained = (module: BlockModule): boolean =>
    [...module.borrowsFrom].every(from => {
      const lending = modules.find(({ file }) => file === from)
      return lending !== undefined && selfContained(lending)
    })
  const startsSandbox = ({ block }: BlockModule) => importedModules(block.code).includes('@x/asana-sandbox')
  return modules.filter(module => startsSandbox(module) && selfContained(module))
}

/** Runs blocks one after the other in a process of their own. @returns what went wrong, if anything */
export async function runBlocks(
  modules: readonly BlockModule[],
  lender: Lender | undefined,
  entry: string,
): Promise<string | undefined> {
  const setup = lender?.runs ? JSON.stringify(lender.file) : undefined
  const lines = modules.map(({ file }) => `await import(${JSON.stringify(file)})`)
  const text = [
    setup ? `import * as setup from ${setup}` : 'const setup = {}',
    // A reader's browser, which takes a moment after a block sent it away.
    ...lines.flatMap(line => [line, 'await setup.settled?.()']),
    'process.exit(0)',
  ].join('\n')
  await writeFile(`${entry}.ts`, text)
  const outfile = `${entry}.run.mjs`
  await build({
    entryPoints: [`${entry}.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'silent',
  })
  const { ok, output } = await tryRun(process.execPath, ['--enable-source-maps', outfile], {
    cwd: process.cwd(),
    timeoutMs: 60_000,
  })
  return ok ? undefined : output
}
