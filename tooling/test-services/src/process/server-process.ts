import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Guardian } from './guardian.ts'

export interface ServerCommand {
  readonly program: string
  readonly args: readonly string[]
  /** Its working directory; its output goes to a file there. */
  readonly directory: string
  /** Beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>
  /** Who runs it, when not who runs the tests. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined
  /** Ends it at once but in order. Default SIGTERM. */
  readonly stopSignal?: NodeJS.Signals
  /** Resolves to true once it answers; a rejection is "not yet". */
  readonly isReady: () => Promise<boolean>
}

const READY_WITHIN_MS = 30_000
const STOPPED_WITHIN_MS = 5_000

/** A server that this process runs: it can go away and come back, and never outlives its owner. */
export class ServerProcess {
  readonly #command: ServerCommand
  #child: ChildProcess | undefined
  #guardian: Guardian | undefined

  constructor(command: ServerCommand) {
    this.#command = command
  }

  async start(): Promise<void> {
    if (this.#child) return
    const { program, args, directory, environment, user, stopSignal = 'SIGTERM' } = this.#command
    const log = openSync(join(directory, 'server.log'), 'a')
    // In a group of its own, so that what a wrapper script started ends with it.
    const child = spawn(program, args, {
      cwd: directory,
      stdio: ['ignore', log, log],
      detached: true,
      env: { ...process.env, ...environment },
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    closeSync(log)
    child.unref()
    this.#child = child
    let failure: string | undefined
    child.once('error', error => (failure = error.message))
    child.once('exit', (code, signal) => (failure = `it ended with ${signal ?? `code ${code}`}`))
    if (child.pid !== undefined) this.#guardian = new Guardian(child.pid, directory, stopSignal)
    try {
      await this.#untilReady(() => failure)
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  /** Resolves when the process is gone. */
  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    this.#guardian?.dismiss()
    this.#guardian = undefined
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.ref()
    const { pid } = child
    const hard = setTimeout(() => signal(pid, 'SIGKILL'), STOPPED_WITHIN_MS)
    signal(pid, this.#command.stopSignal ?? 'SIGTERM')
    await exited
    clearTimeout(hard)
  }

  async #untilReady(failure: () => string | undefined): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS
    while (!(await this.#command.isReady().catch(() => false))) {
      const reason =
        failure() ?? (Date.now() > deadline ? `no answer within ${READY_WITHIN_MS} ms` : undefined)
      if (reason)
        throw new Error(`${this.#command.program} did not start: ${reason}\n${await this.#lastOutput()}`)
      await delay(20)
    }
  }

  async #lastOutput(): Promise<string> {
    const log = await readFile(join(this.#command.directory, 'server.log'), 'utf8').catch(() => '')
    return log.trimEnd().split('\n').slice(-20).join('\n')
  }
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name)
  } catch {
    // It ended by itself in between.
  }
}
