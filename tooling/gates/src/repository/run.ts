import { execFile } from 'node:child_process'

interface RunOptions {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  readonly timeoutMs?: number
}

/** What a program printed, both streams in one. */
export interface Finished {
  readonly ok: boolean
  readonly output: string
}

/** Runs a program to its end. That it fails is an answer, not an error. */
export function tryRun(program: string, args: readonly string[], options: RunOptions): Promise<Finished> {
  const { cwd, env = process.env, timeoutMs = 180_000 } = options
  const settings = { cwd, env, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 }
  return new Promise(resolve => {
    execFile(program, args, settings, (error, stdout, stderr) => {
      const ended = error?.killed ? `\nIt was stopped after ${timeoutMs} ms.` : ''
      resolve({ ok: !error, output: `${stdout}${stderr}${ended}`.trim() })
    })
  })
}

/** @throws {Error} with what the program printed, if it fails */
export async function run(program: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { ok, output } = await tryRun(program, args, options)
  if (!ok) throw new Error(`${program} ${args.join(' ')} failed in ${options.cwd}:\n${output}`)
  return output
}
