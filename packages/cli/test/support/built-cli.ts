import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

const packageDirectory = fileURLToPath(new URL('../../', import.meta.url))

/** All goes into the bundle but the drivers, which are looked for where it lies. */
const drivers = ['ioredis', 'pg', '@aws-sdk/client-secrets-manager']

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** `asana-auth` as a process of its own. */
export class BuiltCli implements AsyncDisposable {
  readonly path: string
  readonly #directory: string
  readonly #children: Child[] = []

  private constructor(directory: string) {
    this.#directory = directory
    this.path = join(directory, 'cli.mjs')
  }

  /**
   * Node 20 runs no TypeScript: the command is bundled from the sources.
   * @param parent what is installed above it decides which drivers it finds
   */
  static async build(parent = join(packageDirectory, 'node_modules')): Promise<BuiltCli> {
    const directory = await mkdtemp(join(parent, 'asana-auth-'))
    await build({
      config: false,
      entry: { cli: join(packageDirectory, 'src/cli.ts') },
      outDir: directory,
      format: 'esm',
      target: 'node20',
      tsconfig: fileURLToPath(new URL('../../../../tsconfig.json', import.meta.url)),
      noExternal: [/^(?!ioredis$|pg$|@aws-sdk\/)/],
      external: drivers,
      // commander is CommonJS, which calls require.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
      },
      outExtension: () => ({ js: '.mjs' }),
      silent: true,
    })
    return new BuiltCli(directory)
  }

  start(args: readonly string[], env: Record<string, string>): Child {
    const child = spawn(process.execPath, [this.path, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], ...env },
    })
    this.#children.push(child)
    return child
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL')
    await rm(this.#directory, { recursive: true })
  }
}

/** How a process ended, and all that it wrote. */
export async function ended(child: Child): Promise<{ code: number | null; out: string; err: string }> {
  const exit = once(child, 'exit') as Promise<[number | null]>
  const [out, err, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), exit])
  return { code, out, err }
}

/** The first text that matches, as soon as it is there. */
export async function until(stream: Readable, pattern: RegExp): Promise<string> {
  let text = ''
  // Not the stream's own iterator, which would end the stream with the loop.
  for await (const [chunk] of on(stream, 'data', { close: ['end'] })) {
    text += String(chunk)
    const found = pattern.exec(text)
    if (found) return found[1] ?? found[0]
  }
  throw new Error(`The output ended without ${pattern}: ${text}`)
}

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  stream.on('data', chunk => {
    text += String(chunk)
  })
  if (!stream.readableEnded) await once(stream, 'close')
  return text
}
