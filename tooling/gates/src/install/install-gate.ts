import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Gate } from '../gate.ts'
import { tryCommands } from './commands.ts'
import { installTarballs } from './consumer-project.ts'
import { runFirstLines } from './first-lines.ts'
import { requireLate } from './late-requires.ts'
import { compareModuleSystems } from './module-systems.ts'
import { checkTypeScriptConsumers } from './typescript-consumers.ts'

/** Installed by npm from the tarballs, the packages work: as ESM, as CommonJS, for TypeScript, as commands. */
export const installGate: Gate = async repository => {
  const { packages, root } = repository
  const project = await mkdtemp(join(tmpdir(), 'asana-auth-consumer-'))
  try {
    await installTarballs(repository, project)
    const [systems, typescript, commands, firstLines, late] = await Promise.all([
      compareModuleSystems(project, packages),
      checkTypeScriptConsumers(project, packages),
      tryCommands(project, packages),
      runFirstLines(project, root),
      requireLate(project),
    ])
    const summary =
      `${packages.length} tarballs installed; ${systems.entries} entries by import, require and TypeScript ` +
      `(${typescript.resolutions.join(', ')}); ${commands.commands} commands start; the first example runs`
    return {
      summary,
      problems: [...systems.problems, ...typescript.problems, ...commands.problems, ...firstLines, ...late],
    }
  } finally {
    await rm(project, { recursive: true, force: true })
  }
}
