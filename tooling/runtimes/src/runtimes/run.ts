import { execFile } from 'node:child_process'

/**
 * Runs a program to its end.
 * @returns what it wrote to its standard output
 * @throws {Error} with what else it wrote, when it fails or takes too long
 */
export function run(
  program: string,
  args: readonly string[],
  { cwd, timeoutMs }: { readonly cwd: string; readonly timeoutMs: number },
): Promise<string> {
  // npm warns of settings that only pnpm knows, and that pnpm hands down.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, env, timeout: timeoutMs }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      const reason = error.killed ? `took longer than ${timeoutMs} ms` : `failed (${error.code})`
      reject(new Error(`${program} ${reason}:\n${stderr || stdout || error.message}`))
    })
  })
}
