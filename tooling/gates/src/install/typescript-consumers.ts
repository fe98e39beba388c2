import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import type { PublishedPackage } from '../repository/repository.ts'
import { moduleEntries } from './entries.ts'

const { ModuleKind, ModuleResolutionKind } = ts

/** The ways in which TypeScript finds a package, and the kinds of files that import it so. */
const resolutions = {
  node16: { module: ModuleKind.Node16, moduleResolution: ModuleResolutionKind.Node16, files: ['mts', 'cts'] },
  nodenext: {
    module: ModuleKind.NodeNext,
    moduleResolution: ModuleResolutionKind.NodeNext,
    files: ['mts', 'cts'],
  },
  bundler: { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler, files: ['ts'] },
}

/** Strict projects that import everything, and check our declarations too (`skipLibCheck: false`). */
export async function checkTypeScriptConsumers(project: string, packages: readonly PublishedPackage[]) {
  const entries = moduleEntries(packages)
  const imports = entries.map((entry, index) => `import * as m${index} from '${entry}'`)
  const text = `${imports.join('\n')}\nexport const all = [${entries.map((_, index) => `m${index}`)}]\n`
  await mkdir(join(project, 'typescript'))
  const problems = new Set<string>()
  const parsed = new Map<string, ts.SourceFile | undefined>()
  for (const [name, { files, ...resolution }] of Object.entries(resolutions)) {
    for (const extension of files) {
      // A program for each kind: one that has both sees every class twice.
      const file = join(project, 'typescript', `${name}.${extension}`)
      await writeFile(file, text)
      for (const complaint of complaints(project, file, resolution, parsed)) problems.add(complaint)
    }
  }
  return { resolutions: Object.keys(resolutions), problems: [...problems] }
}

/** About the file and about our declarations: what those of others do wrong is not ours to mend. */
function complaints(
  project: string,
  file: string,
  resolution: ts.CompilerOptions,
  parsed: Map<string, ts.SourceFile | undefined>,
): string[] {
  const options: ts.CompilerOptions = {
    ...resolution,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    types: ['node'],
    typeRoots: [join(project, 'node_modules/@types')],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  }
  const program = ts.createProgram([file], options, parsingOnce(ts.createCompilerHost(options), parsed))
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName === file || fileName.includes('/node_modules/@x/'))
  const found = own.flatMap(source => [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ])
  return ts
    .formatDiagnostics(found, {
      getCurrentDirectory: () => project,
      getCanonicalFileName: name => name,
      getNewLine: () => '\n',
    })
    .split(/\n(?=\S)/)
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** The same libraries again in every program: read and parsed once for each module format. */
function parsingOnce(host: ts.CompilerHost, parsed: Map<string, ts.SourceFile | undefined>): ts.CompilerHost {
  return {
    ...host,
    getSourceFile(name, settings, ...rest) {
      const format = typeof settings === 'object' ? settings.impliedNodeFormat : undefined
      const key = `${name} ${format}`
      if (!parsed.has(key)) parsed.set(key, host.getSourceFile(name, settings, ...rest))
      return parsed.get(key)
    },
  }
}
