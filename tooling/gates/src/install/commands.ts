import { join } from 'node:path'
import type { PublishedPackage } from '../repository/repository.ts'
import { tryRun } from '../repository/run.ts'

/** Every command that a package installs starts: it prints its help. */
export async function tryCommands(project: string, packages: readonly PublishedPackage[]) {
  const commands = packages.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}))
  const problems = await Promise.all(
    commands.map(async command => {
      const program = join(project, 'node_modules/.bin', command)
      const { ok, output } = await tryRun(program, ['--help'], { cwd: project, timeoutMs: 30_000 })
      return ok && output ? [] : [`\`${command} --help\` fails once it is installed:\n${output}`]
    }),
  )
  return { commands: commands.length, problems: problems.flat() }
}
