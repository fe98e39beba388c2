import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * What a benchmark that is a program of its own printed as a line of JSON under `key`.
 * @throws Error when it fails, or prints no such line
 */
export async function runScript(file: string, key: string, args: readonly string[] = []): Promise<unknown> {
  const { stdout } = await run(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args])
  for (const line of stdout.split('\n').filter(text => text.startsWith('{'))) {
    const values = JSON.parse(line) as Record<string, unknown>
    if (values[key] !== undefined) return values[key]
  }
  throw new Error(`${file} printed no ${key}.`)
}
