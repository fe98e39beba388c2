import { spawn } from 'node:child_process'

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly user?: { readonly uid: number; readonly gid: number } | undefined
}

/** Runs a command to its end. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const { user, ...rest } = options
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...rest,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    let output = ''
    const keep = (chunk: Buffer) => (output = (output + chunk).slice(-4_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ${args.join(' ')} ended with code ${code}:\n${output.trim()}`))
    })
  })
}
