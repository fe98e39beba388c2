import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

if (!existsSync(CLI)) {
  throw new Error('These tests start real processes from the build: run `pnpm build` first.')
}

/** The command as somebody would run it. */
export class ServerProcess {
  readonly child: ChildProcess
  readonly output: string[] = []

  constructor(args: readonly string[], env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [CLI, ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => void this.output.push(text))
    }
  }

  get text(): string {
    return this.output.join('')
  }

  /** Until its output has this in it. Rejects when it ends instead. */
  async says(wanted: RegExp): Promise<RegExpExecArray> {
    const over = new AbortController()
    const gone = once(this.child, 'close', { signal: over.signal }).then(([code]) => {
      throw new Error(`It ended with ${code}: ${this.text}`)
    })
    gone.catch(() => {})
    try {
      for (;;) {
        const found = wanted.exec(this.text)
        if (found) return found
        const { stdout, stderr } = this.child
        if (!stdout || !stderr) throw new Error('It has pipes.')
        const { signal } = over
        await Promise.race([gone, once(stdout, 'data', { signal }), once(stderr, 'data', { signal })])
      }
    } finally {
      over.abort()
    }
  }

  /** Its exit code. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close')
    return this.child.exitCode
  }

  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM')
    return this.ended()
  }
}
