import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Application, Logger, LogLevel } from 'typedoc'
import type { Gate } from '../gate.ts'
import type { PublishedPackage } from '../repository/repository.ts'

/** Every export, member and parameter object has a comment, and what the comments link to is there. */
export const documentedGate: Gate = async ({ root, packages }) => {
  const complaints = new Complaints()
  const app = await Application.bootstrap({
    entryPoints: packages.flatMap(sourcesOf),
    tsconfig: join(root, 'tsconfig.json'),
    basePath: root,
    // The type check has its own step.
    skipErrorChecking: true,
    readme: 'none',
    disableSources: true,
    excludeExternals: true,
    excludePrivate: true,
    excludeReferences: true,
    // Written by a machine from Asana's description, which it links to.
    exclude: ['**/*.gen.ts'],
    validation: { notDocumented: true, invalidLink: true, notExported: false, rewrittenLink: false },
    requiredToBeDocumented: [
      'Class',
      'Interface',
      'TypeAlias',
      'Function',
      'Variable',
      'Enum',
      'Method',
      'Constructor',
    ],
    logLevel: LogLevel.Warn,
  })
  app.logger = complaints
  const project = await app.convert()
  if (!project) return { summary: '', problems: ['typedoc could not read the sources.', ...complaints.texts] }
  app.validate(project)
  return { summary: `every export of ${packages.length} packages has a comment`, problems: complaints.texts }
}

/** The module of each entry, where the comments are. */
function sourcesOf({ folder, manifest }: PublishedPackage): string[] {
  return Object.keys(manifest.exports ?? {})
    .map(subpath => join(folder, 'src', `${subpath === '.' ? 'index' : subpath.slice(2)}.ts`))
    .filter(file => existsSync(file))
}

class Complaints extends Logger {
  readonly texts: string[] = []

  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.texts.push(message)
  }
}
