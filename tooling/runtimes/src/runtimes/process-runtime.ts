import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Step } from '../scenario/settings.ts'
import { install, type ProgramPackage } from './install.ts'
import { run } from './run.ts'
import type { Runtime } from './runtime.ts'

const scenario = fileURLToPath(new URL('./process.js', import.meta.url))

/** A runtime that runs a file: it finds our packages in node_modules, by its own import conditions. */
export function processRuntime(name: string, from: ProgramPackage, args: readonly string[] = []): Runtime {
  return {
    name,
    version: from.version,
    async run(settings) {
      const program = await install(from)
      const output = await run(program, [...args, scenario, JSON.stringify(settings)], {
        cwd: dirname(dirname(scenario)),
        timeoutMs: 60_000,
      })
      return JSON.parse(output) as readonly Step[]
    },
  }
}
