import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blocksOf } from '../documents/block.ts'
import { tryRun } from '../repository/run.ts'

const tsc = fileURLToPath(new URL('./tsc.js', import.meta.resolve('typescript')))

/** The first example of the README, compiled by tsc and run from the tarballs, as ESM and as CommonJS. */
export async function runFirstLines(project: string, root: string): Promise<string[]> {
  const [first] = blocksOf('README.md', await readFile(join(root, 'README.md'), 'utf8'))
  if (!first) return ['README.md has no code: its first block is what people try first.']
  const isImport = (line: string) => line.startsWith('import ')
  const lines = first.code.split('\n')
  const imports = lines.filter(isImport).join('\n')
  const body = lines.filter(line => !isImport(line)).join('\n')
  await writeFile(join(project, 'first.mts'), first.code)
  // CommonJS has no `await` outside of functions.
  await writeFile(join(project, 'first.cts'), `${imports}\nvoid (async () => {\n${body}\n})()\n`)
  const flags = [
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--strict',
    '--skipLibCheck',
    '--types',
    'node',
  ]
  const compiled = await tryRun(process.execPath, [tsc, ...flags, 'first.mts', 'first.cts'], { cwd: project })
  if (!compiled.ok)
    return [`The first example of the README does not compile once it is installed:\n${compiled.output}`]
  const problems = ['first.mjs', 'first.cjs'].map(async file => {
    const { ok, output } = await tryRun(process.execPath, [file], { cwd: project, timeoutMs: 30_000 })
    return ok && output.startsWith('Hello ')
      ? []
      : [`The first example of the README, as ${file}, fails:\n${output}`]
  })
  return (await Promise.all(problems)).flat()
}
