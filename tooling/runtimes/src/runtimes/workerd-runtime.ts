import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Step } from '../scenario/settings.ts'
import { install, type ProgramPackage } from './install.ts'
import type { Runtime } from './runtime.ts'

const worker = fileURLToPath(new URL('./worker.js', import.meta.url))

/** One worker on a free port of this machine, which may call this machine. */
const configuration = `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "scenario", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01",
      globalOutbound = "network"
    )),
    (name = "network", network = (allow = ["local"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "scenario")]
);
`

/** Cloudflare's runtime: no files, no Node; the scenario comes bundled, as a deployment would be. */
export function workerdRuntime(name: string, from: ProgramPackage): Runtime {
  return {
    name,
    version: from.version,
    async run(settings) {
      const program = await install(from)
      const folder = await mkdtemp(join(tmpdir(), 'asana-auth-workerd-'))
      try {
        await bundle(join(folder, 'worker.js'))
        await writeFile(join(folder, 'config.capnp'), configuration)
        return await ask(program, folder, JSON.stringify(settings))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: [worker],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    // As wrangler does. Nothing of Node's is there to be left outside.
    conditions: ['workerd', 'worker', 'browser', 'import'],
    // esbuild would follow the paths of our tsconfig.json to the sources. What counts is the package.
    tsconfigRaw: {},
    logLevel: 'silent',
  })
}

async function ask(program: string, folder: string, body: string): Promise<readonly Step[]> {
  const child = spawn(program, ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr?.on('data', data => (complaints += String(data)))
  const exited = once(child, 'exit').then(([code]): never => {
    throw new Error(`workerd ended with ${code}:\n${complaints}`)
  })
  exited.catch(() => {})
  try {
    const port = await Promise.race([listening(child.stdio[3] as NodeJS.ReadableStream), exited])
    const url = `http://127.0.0.1:${port}/`
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(60_000) })
    const text = await response.text()
    if (!response.ok) throw new Error(`workerd answered ${response.status}: ${text}\n${complaints}`)
    return JSON.parse(text) as readonly Step[]
  } finally {
    child.kill()
  }
}

async function listening(control: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: control })) {
    const { event, port } = JSON.parse(line) as { event?: string; port?: number }
    if (event === 'listen' && port !== undefined) return port
  }
  throw new Error('workerd said nothing about its port.')
}
