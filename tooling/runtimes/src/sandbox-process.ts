import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The sandbox in a process of its own, as another runtime meets it. */
export interface SandboxProcess {
  readonly url: string
  /** The app that it made, in the names of the environment. */
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

export async function startSandboxProcess(): Promise<SandboxProcess> {
  const cli = fileURLToPath(new URL('./cli.js', import.meta.resolve('@x/asana-sandbox')))
  const args = ['--json', '--port', '0', '--redirect-uri', 'http://localhost:3000/callback']
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const environment = await firstLine(child)
  return {
    url: new URL(environment['ASANA_BASE_URL'] ?? '').origin,
    environment,
    async close() {
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<Readonly<Record<string, string>>> {
  if (stdout) {
    for await (const line of createInterface({ input: stdout })) {
      const { environment } = JSON.parse(line) as { environment: Readonly<Record<string, string>> }
      return environment
    }
  }
  throw new Error('The sandbox ended before it said where it is.')
}
