import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PublishedPackage } from '../repository/repository.ts'
import { tryRun } from '../repository/run.ts'
import { moduleEntries } from './entries.ts'

const tsc = fileURLToPath(new URL('./tsc.js', import.meta.resolve('typescript')))

/** The ways in which TypeScript finds a package, and the kinds of files that may import it so. */
const resolutions = [
  { name: 'node16', module: 'node16', files: ['mts', 'cts'] },
  { name: 'nodenext', module: 'nodenext', files: ['mts', 'cts'] },
  { name: 'bundler', module: 'esnext', files: ['ts'] },
] as const

/** A strict project that imports everything, and checks our declarations too (`skipLibCheck: false`). */
export async function checkTypeScriptConsumers(project: string, packages: readonly PublishedPackage[]) {
  const entries = moduleEntries(packages)
  const imports = entries.map((entry, index) => `import * as m${index} from '${entry}'`)
  const uses = `export const all = [${entries.map((_, index) => `m${index}`).join(', ')}]`
  const text = [...imports, uses].join('\n')
  const problems = await Promise.all(
    resolutions.map(async ({ name, module, files }) => {
      const folder = join(project, name)
      await mkdir(folder)
      for (const extension of files) await writeFile(join(folder, `all.${extension}`), text)
      const compilerOptions = {
        module,
        moduleResolution: name,
        target: 'es2022',
        lib: ['es2023', 'esnext.disposable'],
        types: ['node'],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      }
      const files_ = files.map(extension => `all.${extension}`)
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: files_ }))
      const { output } = await tryRun(process.execPath, [tsc, '-p', '.'], { cwd: folder })
      return ours(output).map(complaint => `under ${name}: ${complaint}`)
    }),
  )
  return { resolutions: resolutions.map(({ name }) => name), problems: problems.flat() }
}

/** Not what the declarations of others do wrong. */
function ours(output: string): string[] {
  const complaints = output.split(/\n(?=\S)/).filter(line => line !== '')
  return complaints.filter(line => !/^\S*node_modules\/(?!@x\/)/.test(line))
}
