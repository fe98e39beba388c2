import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs a script as somebody would paste it, and stops at the first line that fails. */
export async function bash(script: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    timeout: 60_000,
  })
  return stdout
}
